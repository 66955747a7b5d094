package karst;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import karst.command.Command;
import karst.exec.PhysicalNode;
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

  /** Returns what the stages made of the search. */
  Compilation compilation() {
    return compilation;
  }

  /**
   * Returns the columns of the result, as far as they are known without data; {@link
   * Result#columns()} has those that data add, such as the columns of a chart.
   */
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

  /**
   * Returns the search as SQL that gives the same rows in the same order.
   *
   * @throws karst.source.SplException if the dialect cannot say what the search means; the
   *     diagnostic says which command, and why
   */
  public String sql(SqlTarget target) {
    return new SqlExport(engine, compilation, target).write();
  }

  /**
   * Returns what leaves the search without rows, as a sentence in lower case: the first command,
   * and of its conditions the first one, behind which there is none. It runs parts of the search.
   * Empty if the search has rows, or if it cannot be told.
   */
  public String whyEmpty() {
    List<Command> commands = new ArrayList<>();
    compilation.commands().forEach(bound -> commands.add(bound.command()));
    return new EmptyResult(engine, commands).explain();
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
    RunContext context = engine.runContext(progress);
    return run(() -> context);
  }

  /**
   * Starts a run.
   *
   * @param context makes what it runs in, when the first row is asked for
   */
  Result run(Supplier<RunContext> context) {
    return new Result(this::plan, context);
  }

  private PhysicalNode plan(RunContext context) {
    return compilation.isStaged()
        ? new Compiler(engine).plan(compilation, context)
        : compilation.physical();
  }

  /** Returns what a run opens, as far as it is known without data. */
  List<PhysicalNode> plans() {
    Compiler compiler = new Compiler(engine);
    List<PhysicalNode> plans = new ArrayList<>();
    compilation.stages().forEach(stage -> plans.add(compiler.physical(stage)));
    plans.add(compilation.physical());
    return plans;
  }
}
