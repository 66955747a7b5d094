/**
 * Folders of detections in the layout of security_content: read, check, run, test.
 *
 * <p>A folder holds {@code detections/**}{@code /*.yml}, and beside it {@code macros}, {@code
 * lookups} and {@code datamodels}, each of which may be missing. Everything here goes through the
 * library API of {@code karst}; how results are shown is the command line's affair.
 */
@NullMarked
package karst.content;

import org.jspecify.annotations.NullMarked;
