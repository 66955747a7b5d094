/**
 * What the parser makes of a search: pipelines of raw commands, eval expressions, search terms and
 * arguments, and the unparser that writes them as SPL again.
 *
 * <p>All nodes are records with a span in the expanded text. Nothing here is resolved: a raw
 * command's options are not yet known to exist.
 */
@NullMarked
package karst.ast;

import org.jspecify.annotations.NullMarked;
