/** Finds the rows of a lookup that match: by hash, by parts of patterns, by subnets. */
@NullMarked
package karst.exec.lookup;

import org.jspecify.annotations.NullMarked;
