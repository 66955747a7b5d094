/**
 * Tools that measure Karst: the generator of large tables, the time to compile, and the comparison
 * with DuckDB. None of it runs with the tests except to show that it works.
 */
@NullMarked
package karst.benchmark;

import org.jspecify.annotations.NullMarked;
