/**
 * The command line: options, output formats, exit codes. The only package that writes to the
 * process's streams.
 */
@NullMarked
package karst.cli;

import org.jspecify.annotations.NullMarked;
