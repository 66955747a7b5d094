package karst.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import karst.Engine;
import karst.Query;
import karst.SqlTarget;
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
  private final Optional<SqlTarget> target;

  /**
   * Creates a checker.
   *
   * @param engine with a table for each dataset, such as those of {@link EmptyTables}
   * @param silenced the kinds of warnings that are not wanted
   */
  public Checker(Engine engine, Set<Lint> silenced) {
    this(engine, silenced, Optional.empty());
  }

  /**
   * Creates a checker that also tries to write each detection as SQL.
   *
   * @param engine with a table for each dataset, such as those of {@link EmptyTables}
   * @param silenced the kinds of warnings that are not wanted
   * @param target what SQL is for
   */
  public Checker(Engine engine, Set<Lint> silenced, Optional<SqlTarget> target) {
    this.engine = engine;
    this.silenced = Set.copyOf(silenced);
    this.target = target;
  }

  /** Checks all files of a folder; the results are in their order. */
  public CheckReport check(ContentFolder folder) {
    return new CheckReport(
        folder.files().parallelStream().map(this::check).toList(),
        target.map(SqlTarget::dialectName));
  }

  /** Checks a file. */
  public CheckResult check(DetectionFile file) {
    if (file instanceof BrokenDetection broken) {
      return new CheckResult(broken.file(), broken.name(), broken.diagnostics());
    }
    Detection detection = (Detection) file;
    Compilation compilation = Compilation.of(engine, detection);
    return new CheckResult(
        detection.file(),
        detection.name(),
        diagnostics(detection, compilation),
        refusals(detection, compilation));
  }

  private List<Diagnostic> diagnostics(Detection detection, Compilation compilation) {
    List<Diagnostic> found = new ArrayList<>(compilation.diagnostics());
    found.removeIf(
        warning ->
            warning.severity() == Severity.WARNING && LEFT_TO_LINTER.contains(warning.code()));
    try {
      found.addAll(engine.lint(detection.search()));
    } catch (SplException wrong) {
      // The compilation has found the same.
    }
    found.removeIf(warning -> warning.severity() != Severity.ERROR && !isWanted(warning));
    return found;
  }

  private List<Diagnostic> refusals(Detection detection, Compilation compilation) {
    Query query = compilation.query();
    if (query == null || target.isEmpty()) {
      return List.of();
    }
    try {
      query.sql(target.get());
      return List.of();
    } catch (SplException refused) {
      return refused.diagnostics();
    } catch (RuntimeException | StackOverflowError failure) {
      return List.of(Compilation.internal(failure, detection));
    }
  }

  private boolean isWanted(Diagnostic warning) {
    return warning.severity() == Severity.WARNING
        && !silenced.stream().anyMatch(lint -> lint.code() == warning.code());
  }
}
