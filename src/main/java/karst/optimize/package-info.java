/**
 * Rewrites of relational plans that keep their rows, one rule a file, run in deterministic phases.
 */
@NullMarked
package karst.optimize;

import org.jspecify.annotations.NullMarked;
