/** Hash tables over columns: texts become codes, tuples of codes become group numbers. */
@NullMarked
package karst.exec.hash;

import org.jspecify.annotations.NullMarked;
