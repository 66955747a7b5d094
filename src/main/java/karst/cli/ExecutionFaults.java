package karst.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.DiagnosticRenderer;
import karst.source.Severity;
import karst.source.SplException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Renders the faults of a search or its data. Exit code 1; never a stack trace. */
final class ExecutionFaults implements IExecutionExceptionHandler {
  private static final int FAULT = 1;

  @Override
  public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    err.print(render(exception));
    err.flush();
    return FAULT;
  }

  /** Renders an error of Java, which picocli lets pass. */
  static int handleError(Error error, PrintStream err) {
    err.print(render(error));
    err.flush();
    return FAULT;
  }

  /** Prints a failure after which the work goes on. */
  static void print(Throwable fault, PrintStream err) {
    err.print(render(fault));
    err.flush();
  }

  /** Returns a fault as a person reads it. */
  static String render(Throwable fault) {
    if (fault instanceof SplException known) {
      // Notes are for explain; here they would stand between a person and the error.
      return DiagnosticRenderer.render(
          known.diagnostics().stream()
              .filter(diagnostic -> diagnostic.severity() != Severity.NOTE)
              .toList());
    }
    return DiagnosticRenderer.render(diagnostic(fault));
  }

  private static Diagnostic diagnostic(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      return Diagnostic.error(
              DiagnosticCode.MEMORY_LIMIT,
              "the search needs more memory than Java has, which is " + megabytes + " MB")
          .hint("give Java more (-Xmx), or make the search more selective");
    }
    if (fault instanceof StackOverflowError) {
      return Diagnostic.error(DiagnosticCode.TOO_DEEP, "the search is nested too deeply");
    }
    if (fault instanceof UncheckedIOException) {
      return Diagnostic.error(DiagnosticCode.UNREADABLE_FILE, "cannot read: " + fault.getMessage());
    }
    return Diagnostic.error(
            DiagnosticCode.INTERNAL,
            "Karst failed: " + fault.getClass().getSimpleName() + ": " + fault.getMessage())
        .hint("this is a fault of Karst, not of the search; please report it");
  }
}
