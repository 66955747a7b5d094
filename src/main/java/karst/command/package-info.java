/**
 * SPL's commands: for each one a record of what it does, all options filled in, and the syntax that
 * binds it to the raw arguments of the parser.
 *
 * <p>One command, one file. Binding owns the diagnostics of options and arguments; it knows nothing
 * of tables and functions.
 */
@NullMarked
package karst.command;

import org.jspecify.annotations.NullMarked;
