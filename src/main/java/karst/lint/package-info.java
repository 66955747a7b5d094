/**
 * Warnings about searches that are valid and yet not what their authors meant.
 *
 * <p>The linter looks at the commands of a search as they were written and bound, before planning:
 * it follows the fields from command to command and needs neither tables nor data. Each kind of
 * warning is a {@link karst.lint.Lint} and has a rule of its own.
 */
@NullMarked
package karst.lint;

import org.jspecify.annotations.NullMarked;
