/**
 * The library: build an {@link karst.Engine} from tables, macros and limits, prepare a search, run
 * it.
 *
 * <p>This package is the one place where the parts are put together: the table of commands, the
 * registries of functions, the stages from text to physical plan.
 */
@NullMarked
package karst;

import org.jspecify.annotations.NullMarked;
