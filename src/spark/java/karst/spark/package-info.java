/**
 * Searches on Apache Spark: parts of plans become its SQL, with functions of Karst's own where
 * Spark's mean something else; what it cannot say runs here, on the rows that it gives.
 */
@NullMarked
package karst.spark;

import org.jspecify.annotations.NullMarked;
