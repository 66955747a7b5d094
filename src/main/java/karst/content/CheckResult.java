package karst.content;

import java.util.List;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Severity;

/**
 * What was found about a detection without running it.
 *
 * @param file the file below the content folder
 * @param name the detection's title
 * @param diagnostics faults, and what is suspicious
 */
public record CheckResult(String file, String name, List<Diagnostic> diagnostics) {
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** How a detection fares. */
  public enum Status {
    /** It compiles. */
    OK,
    /** It would compile if Karst knew more: nothing else is wrong with it. */
    UNSUPPORTED,
    /** It is wrong. */
    FAILED;
  }

  /** Returns how the detection fares. */
  public Status status() {
    List<Diagnostic> errors = errors();
    if (errors.isEmpty()) {
      return Status.OK;
    }
    return errors.stream().allMatch(CheckResult::isUnsupported)
        ? Status.UNSUPPORTED
        : Status.FAILED;
  }

  /** Returns the faults. */
  public List<Diagnostic> errors() {
    return diagnostics.stream().filter(found -> found.severity() == Severity.ERROR).toList();
  }

  /** Returns whether a fault is Karst's: it says that something is not supported. */
  static boolean isUnsupported(Diagnostic error) {
    return error.code() == DiagnosticCode.UNSUPPORTED_COMMAND
        || error.code() == DiagnosticCode.UNSUPPORTED;
  }
}
