/**
 * Summaries of datasets: their rows in Parquet files by day, and a manifest of what is in them.
 *
 * <p>A folder has a state at any time, the one that its manifest tells. Files are written beside
 * those of the manifest and get their names before a new manifest takes the old one's place; what a
 * manifest does not name is no part of the summary.
 */
@NullMarked
package karst.table.summary;

import org.jspecify.annotations.NullMarked;
