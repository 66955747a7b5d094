/**
 * Tables in files of Apache Parquet, and the writing of such files.
 *
 * <p>The structures of footers and page headers and the encodings of values are those of Apache
 * Parquet's own library; files, row groups and pages are walked through here, so that codes of a
 * file's dictionaries become codes of vectors and rows that a filter drops are not decoded. No
 * class of the library is loaded before a Parquet file is named.
 */
@NullMarked
package karst.table.parquet;

import org.jspecify.annotations.NullMarked;
