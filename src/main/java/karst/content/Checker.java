package karst.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.Engine;
import karst.lint.Lint;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Severity;
import karst.source.SplException;

/** Compiles detections without running them, and looks for what is suspicious about them. */
public final class Checker {
  // The linter follows the fields itself, and knows better: here all tables are empty.
  private static final Set<DiagnosticCode> LEFT_TO_LINTER =
      Set.of(DiagnosticCode.UNKNOWN_FIELD, DiagnosticCode.UNKNOWN_TABLE);

  private final Engine engine;
  private final Set<Lint> silenced;

  /**
   * Creates a checker.
   *
   * @param engine with a table for each dataset, such as those of {@link EmptyTables}
   * @param silenced the kinds of warnings that are not wanted
   */
  public Checker(Engine engine, Set<Lint> silenced) {
    this.engine = engine;
    this.silenced = Set.copyOf(silenced);
  }

  /** Checks all files of a folder; the results are in their order. */
  public CheckReport check(ContentFolder folder) {
    return new CheckReport(folder.files().parallelStream().map(this::check).toList());
  }

  /** Checks a file. */
  public CheckResult check(DetectionFile file) {
    if (file instanceof BrokenDetection broken) {
      return new CheckResult(broken.file(), broken.name(), broken.diagnostics());
    }
    Detection detection = (Detection) file;
    return new CheckResult(detection.file(), detection.name(), diagnostics(detection));
  }

  private List<Diagnostic> diagnostics(Detection detection) {
    List<Diagnostic> found = new ArrayList<>(compile(detection));
    try {
      found.addAll(engine.lint(detection.search()));
    } catch (SplException wrong) {
      // The compilation has found the same.
    }
    found.removeIf(warning -> warning.severity() != Severity.ERROR && !isWanted(warning));
    return found;
  }

  private boolean isWanted(Diagnostic warning) {
    return warning.severity() == Severity.WARNING
        && !silenced.stream().anyMatch(lint -> lint.code() == warning.code());
  }

  private List<Diagnostic> compile(Detection detection) {
    List<Diagnostic> found = new ArrayList<>(Compilation.of(engine, detection).diagnostics());
    found.removeIf(
        warning ->
            warning.severity() == Severity.WARNING && LEFT_TO_LINTER.contains(warning.code()));
    return found;
  }
}
