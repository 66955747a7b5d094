/**
 * The operators of the columnar executor, one file each: the immutable node that explain shows, and
 * what it opens for a run.
 */
@NullMarked
package karst.exec.operator;

import org.jspecify.annotations.NullMarked;
