package karst.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err diagnostics and progress
 */
record Streams(PrintStream out, PrintStream err) {}
