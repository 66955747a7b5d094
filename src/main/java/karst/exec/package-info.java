/**
 * Execution: relational expressions become physical nodes, nodes open operators, operators pull
 * batches.
 *
 * <p>No code is generated: a search starts in milliseconds, and a thousand searches do not compile
 * a thousand classes.
 */
@NullMarked
package karst.exec;

import org.jspecify.annotations.NullMarked;
