/**
 * The one declaration of every eval function and aggregation: names, parameters, types, policies
 * for null and multivalue, documentation with examples, and the kernel or accumulator.
 *
 * <p>Planner operators, executor kernels, reference pages, completion and suggestions all derive
 * from the declarations in {@code karst.function.library}.
 */
@NullMarked
package karst.function;

import org.jspecify.annotations.NullMarked;
