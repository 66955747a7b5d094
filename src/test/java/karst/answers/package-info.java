/**
 * Searches whose rows another engine gives too: {@code .test} files in {@code answers/} with
 * tables, searches, and for each search a query in the SQL of DuckDB that was written by hand from
 * what the search means.
 *
 * <pre>
 * table web
 * | host | status:number |
 * | a    | 200           |
 * | b    | 500           |
 *
 * query: where keeps what is true
 * | from web | where status &gt; 200
 * ---- sql
 * SELECT host, status FROM web WHERE status &gt; 200 ORDER BY rowid
 * </pre>
 *
 * <p>{@code sql unordered} says that the order of the rows does not matter.
 */
@NullMarked
package karst.answers;

import org.jspecify.annotations.NullMarked;
