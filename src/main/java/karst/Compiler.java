package karst;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.command.Command;
import karst.exec.PhysicalNode;
import karst.exec.PhysicalPlanner;
import karst.exec.RunContext;
import karst.lint.Linter;
import karst.macro.MacroExpander;
import karst.parse.Parser;
import karst.plan.FieldDemand;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.SearchStart;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** Takes a search through the stages, from text to operators. */
final class Compiler {
  private final Engine engine;

  Compiler(Engine engine) {
    this.engine = engine;
  }

  /**
   * Compiles a search.
   *
   * @throws karst.source.SplException if it is wrong; all faults of a stage are in it
   */
  Compilation compile(SourceMap query) {
    EvalMacros values = new EvalMacros(engine);
    SourceMap text = new MacroExpander(engine.macros(), values).expand(query);
    Pipeline syntax = Parser.parsePipeline(text, engine.commands());
    Diagnostics diagnostics = new Diagnostics(text);
    List<CommandTable.Bound<?>> bound = bind(syntax, diagnostics);
    PreparedStages stages = new PreparedStages(this, diagnostics);
    SearchStart start = new SearchStart(engine.now());
    WatchedCatalog tables = new WatchedCatalog(engine.catalog());
    RelNode plan =
        plan(syntax, bound, engine.planContext(diagnostics, stages, start, tables)).node();
    RelNode optimized = optimized(plan, start);
    PhysicalNode physical = PhysicalPlanner.plan(optimized, plan.getRowType().getFieldNames());
    return new Compilation(
        query,
        text,
        syntax,
        bound,
        stages.plans(),
        plan,
        optimized,
        physical,
        diagnostics.all(),
        stages.plans().isEmpty() && !start.wasAsked() && !tables.mayChange() && !values.wasAsked());
  }

  /**
   * Finds what is suspicious about a search.
   *
   * @throws karst.source.SplException if its text cannot be expanded or parsed
   */
  List<Diagnostic> lint(SourceMap query) {
    SourceMap text = expand(query);
    return new Linter(text, engine.models(), raw -> bindAlone(raw, text))
        .lint(Parser.parsePipeline(text, engine.commands()));
  }

  private SourceMap expand(SourceMap query) {
    return new MacroExpander(engine.macros(), new EvalMacros(engine)).expand(query);
  }

  private @Nullable Command bindAlone(RawCommand raw, SourceMap text) {
    Diagnostics faults = new Diagnostics(text);
    CommandTable.Bound<?> bound = engine.commands().bind(raw, faults);
    return bound == null || faults.hasErrors() ? null : bound.command();
  }

  /**
   * Plans a compiled search that has stages, and runs all of them but the last.
   *
   * @return the plan of the last stage
   * @throws karst.source.SplException if a stage fails, or data make the search a wrong one
   */
  PhysicalNode plan(Compilation compilation, RunContext context) {
    Diagnostics diagnostics = new Diagnostics(compilation.text());
    PlanContext planContext =
        engine.planContext(
            diagnostics,
            new RunningStages(this, context),
            new SearchStart(context.now()),
            engine.catalog());
    RelNode plan = plan(compilation.syntax(), compilation.commands(), planContext).node();
    diagnostics.all().stream()
        .filter(found -> !compilation.diagnostics().contains(found))
        .forEach(context::report);
    return physical(plan);
  }

  /** Returns the operators of a plan. */
  PhysicalNode physical(RelNode plan) {
    SearchStart start = new SearchStart(engine.now());
    return PhysicalPlanner.plan(optimized(plan, start), plan.getRowType().getFieldNames());
  }

  private RelNode optimized(RelNode plan, SearchStart start) {
    return engine.optimizer().optimize(engine.rewritten(plan, start));
  }

  /**
   * Parses the commands of a text.
   *
   * @throws karst.source.SplException if it is none of the language
   */
  Pipeline parse(SourceMap text) {
    return Parser.parsePipeline(text, engine.commands());
  }

  /**
   * Binds the commands of a pipeline.
   *
   * @throws karst.source.SplException if one is wrong; the faults of all are in it
   */
  List<CommandTable.Bound<?>> bind(Pipeline syntax, Diagnostics diagnostics) {
    List<CommandTable.Bound<?>> bound = new ArrayList<>();
    for (RawCommand raw : syntax.commands()) {
      CommandTable.Bound<?> command = engine.commands().bind(raw, diagnostics);
      if (command != null) {
        bound.add(command);
      }
    }
    diagnostics.throwIfErrors();
    return bound;
  }

  /**
   * Plans a pipeline.
   *
   * @param commands the pipeline's commands, bound
   * @throws karst.source.SplException if a command cannot be planned
   */
  PlanBuilder plan(Pipeline syntax, List<CommandTable.Bound<?>> commands, PlanContext outer) {
    FieldDemand demand = FieldDemand.of(syntax, outer.demand().names(), engine.commands()::find);
    return extend(commands, new PlanBuilder(outer.withDemand(demand)));
  }

  /**
   * Plans a pipeline that goes on from some rows; their plan stays as it is.
   *
   * @throws karst.source.SplException if a command cannot be planned
   */
  PlanBuilder plan(List<CommandTable.Bound<?>> commands, PlanBuilder start) {
    PlanBuilder plan = new PlanBuilder(start.context());
    if (start.hasRows()) {
      plan.set(start.node());
    }
    if (start.isOpen()) {
      plan.markOpen();
    }
    return extend(commands, plan);
  }

  /**
   * Plans a search that another one has made; its findings are this one's.
   *
   * @throws karst.source.SplException if it is wrong
   */
  PlanBuilder plan(SourceText search, PlanContext context) {
    SourceMap text = expand(SourceMap.identity(search));
    Pipeline syntax = parse(text);
    Diagnostics found = new Diagnostics(text);
    PlanBuilder plan = plan(syntax, bind(syntax, found), context.withDiagnostics(found));
    found.all().forEach(context.diagnostics()::add);
    return plan;
  }

  private static PlanBuilder extend(List<CommandTable.Bound<?>> commands, PlanBuilder plan) {
    for (CommandTable.Bound<?> command : commands) {
      command.plan(plan);
      // What follows would only find faults that come from this one.
      plan.context().diagnostics().throwIfErrors();
    }
    return plan;
  }
}
