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
 * @param refusals why it cannot be written as SQL; empty if it can, or nobody asked
 */
public record CheckResult(
    String file, String name, List<Diagnostic> diagnostics, List<Diagnostic> refusals) {
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
    refusals = List.copyOf(refusals);
  }

  /** Creates the result of a check that does not ask for SQL. */
  public CheckResult(String file, String name, List<Diagnostic> diagnostics) {
    this(file, name, diagnostics, List.of());
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

  /** Returns whether the detection can be written as SQL, if that was asked for. */
  public boolean isExportable() {
    return status() == Status.OK && refusals.isEmpty();
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
