package karst;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.command.Command;
import karst.exec.PhysicalNode;
import karst.exec.PhysicalPlanner;
import karst.macro.MacroExpander;
import karst.optimize.Optimizer;
import karst.parse.Parser;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.apache.calcite.rel.RelNode;

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
  Compilation compile(SourceText query) {
    SourceMap text = new MacroExpander(engine.macros(), new EvalMacros(engine)).expand(query);
    Pipeline syntax = Parser.parsePipeline(text, engine.commands());
    Diagnostics diagnostics = new Diagnostics(text);
    List<CommandTable.Bound<?>> bound = bind(syntax, diagnostics);
    RelNode plan = plan(bound, diagnostics);
    RelNode optimized = engine.optimizes() ? Optimizer.optimize(plan) : plan;
    PhysicalNode physical = PhysicalPlanner.plan(optimized, plan.getRowType().getFieldNames());
    List<Command> commands = new ArrayList<>();
    bound.forEach(command -> commands.add(command.command()));
    return new Compilation(text, syntax, commands, plan, optimized, physical, diagnostics.all());
  }

  private List<CommandTable.Bound<?>> bind(Pipeline syntax, Diagnostics diagnostics) {
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

  private RelNode plan(List<CommandTable.Bound<?>> commands, Diagnostics diagnostics) {
    PlanContext context = engine.planContext(diagnostics);
    PlanBuilder plan = new PlanBuilder(context);
    for (CommandTable.Bound<?> command : commands) {
      command.plan(plan);
      // What follows would only find faults that come from this one.
      diagnostics.throwIfErrors();
    }
    return plan.node();
  }
}
