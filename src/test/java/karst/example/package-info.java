/** The example of the library in the README, compiled and run. */
@NullMarked
package karst.example;

import org.jspecify.annotations.NullMarked;
