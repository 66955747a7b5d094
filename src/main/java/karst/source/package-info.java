/**
 * Query text, spans, the source map of macro expansion, and diagnostics with their rendering.
 *
 * <p>Depends on nothing else in Karst; every other package reports problems through it.
 */
@NullMarked
package karst.source;

import org.jspecify.annotations.NullMarked;
