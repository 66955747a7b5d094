package karst.content;

import java.time.Duration;
import java.util.List;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Severity;

/**
 * What came of running a detection.
 *
 * @param detection which one
 * @param state how it went
 * @param diagnostics why it could not run, or failed; else warnings
 * @param rows how many rows it found
 * @param findings the rows, those beyond a limit left out
 * @param time how long it took, compilation included
 */
public record DetectionRun(
    DetectionFile detection,
    State state,
    List<Diagnostic> diagnostics,
    long rows,
    List<Finding> findings,
    Duration time) {
  public DetectionRun {
    diagnostics = List.copyOf(diagnostics);
    findings = List.copyOf(findings);
  }

  /** How a run went. */
  public enum State {
    /** It found something. */
    FIRED("fired"),
    /** It ran and found nothing. */
    SILENT("silent"),
    /** It could not run: a table is missing, or a command is not supported. */
    NOT_RUNNABLE("not runnable"),
    /** It is wrong, or failed. */
    FAILED("failed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** Returns the state as people read it. */
    public String label() {
      return label;
    }
  }

  /** Returns the warnings about the data that it searched. */
  public List<Diagnostic> dataWarnings() {
    return diagnostics.stream()
        .filter(found -> found.severity() == Severity.WARNING)
        .filter(found -> found.code() == DiagnosticCode.MALFORMED_DATA)
        .toList();
  }

  /** Returns why it did not run to its end; empty if it did. */
  public String reason() {
    return diagnostics.stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .map(Diagnostic::message)
        .findFirst()
        .orElse("");
  }
}
