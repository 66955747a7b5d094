/** Tests of exported SQL, which DuckDB runs. */
@NullMarked
package karst.export;

import org.jspecify.annotations.NullMarked;
