package karst.cli;

import java.io.PrintWriter;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.DiagnosticRenderer;
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
    if (exception instanceof SplException fault) {
      err.print(fault.render());
    } else {
      err.print(DiagnosticRenderer.render(internal(exception)));
    }
    err.flush();
    return FAULT;
  }

  private static Diagnostic internal(Exception exception) {
    return Diagnostic.error(
            DiagnosticCode.INTERNAL,
            "Karst failed: " + exception.getClass().getSimpleName() + ": " + exception.getMessage())
        .hint("this is a fault of Karst, not of the search; please report it");
  }
}
