package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import karst.source.Diagnostic;
import karst.source.DiagnosticRenderer;

/**
 * Where a command writes.
 *
 * @param out results; unbuffered
 * @param err diagnostics and progress
 */
record Streams(OutputStream out, PrintStream err) {

  /**
   * Prints a text as the result.
   *
   * @throws karst.source.SplException if it cannot be written
   */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException failure) {
      WriteFaults.standardOutput(failure);
    }
  }

  /** Prints warnings. */
  void warn(List<Diagnostic> warnings) {
    err.print(DiagnosticRenderer.render(warnings));
    err.flush();
  }
}
