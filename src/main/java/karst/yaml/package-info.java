/**
 * YAML as a tree whose nodes know where they stand, and the way back from the characters of a value
 * to those that it was written with.
 *
 * <p>Macros, data models and detections are read through it. Depends on {@code karst.source} only;
 * it hides the parser of YAML.
 */
@NullMarked
package karst.yaml;

import org.jspecify.annotations.NullMarked;
