/**
 * Tables that a search reads: in memory and CSV files, and the scan that projects and filters them.
 *
 * <p>A scan is asked for some columns and may be given a filter; it decodes the filter's columns
 * first and the rest only for the rows that pass. Depends on vectors, types and diagnostics.
 */
@NullMarked
package karst.table;

import org.jspecify.annotations.NullMarked;
