/**
 * Texts and files that nobody would write, for everything that reads any: what comes is an answer
 * or a {@link karst.source.SplException}, and soon.
 */
@NullMarked
package karst.fuzz;

import org.jspecify.annotations.NullMarked;
