/** Tests of searches on Spark, which run with two cores of this machine in the profile `spark`. */
@NullMarked
package karst.spark;

import org.jspecify.annotations.NullMarked;
