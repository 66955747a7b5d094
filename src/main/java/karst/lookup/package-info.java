/** Definitions of lookups: which file, how its cells match, how many matches count. */
@NullMarked
package karst.lookup;

import org.jspecify.annotations.NullMarked;
