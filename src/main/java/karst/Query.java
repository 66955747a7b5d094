package karst;

import java.util.List;
import karst.exec.RunContext;
import karst.source.Diagnostic;
import karst.source.Severity;
import karst.vector.Schema;

/** A compiled search; immutable, may be run any number of times and by several threads. */
public final class Query {
  private final Engine engine;
  private final Compilation compilation;

  Query(Engine engine, Compilation compilation) {
    this.engine = engine;
    this.compilation = compilation;
  }

  /** Returns the columns of the result. */
  public Schema columns() {
    return compilation.physical().schema();
  }

  /** Returns what is suspicious about the search, such as a field that nobody provides. */
  public List<Diagnostic> warnings() {
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
        .toList();
  }

  /** Returns what a stage made of the search, as text. */
  public String explain(Stage stage) {
    return compilation.explain(stage);
  }

  /** Starts a run. */
  public Result run() {
    return run((done, total) -> {});
  }

  /**
   * Starts a run.
   *
   * @param progress is told how far the reading of tables is
   */
  public Result run(RunContext.ProgressListener progress) {
    return new Result(compilation.physical(), engine.runContext(progress));
  }
}
