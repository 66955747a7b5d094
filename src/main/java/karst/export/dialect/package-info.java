/** The dialects of SQL: one class each, with the tables of what its functions are. */
@NullMarked
package karst.export.dialect;

import org.jspecify.annotations.NullMarked;
