/**
 * Columns, batches and selections: data only, no operators.
 *
 * <p>Everything here is immutable once built. A vector holds one column of a batch; strings are
 * UTF-8 bytes, and dictionary-coded wherever their number is small.
 */
@NullMarked
package karst.vector;

import org.jspecify.annotations.NullMarked;
