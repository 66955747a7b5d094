/**
 * A reference interpreter of bound commands, and the laws that hold between it and the engine.
 *
 * <p>The interpreter goes row by row and is written from the rules of the language alone. It shares
 * the parser and the command records with the engine, and from {@code karst.type} the reading and
 * writing of numbers, times, addresses and regular expressions; planner, optimiser, executor,
 * functions and tables are on the other side.
 */
@NullMarked
package karst.oracle;

import org.jspecify.annotations.NullMarked;
