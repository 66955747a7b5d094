package karst.plan.command;

import java.util.List;
import karst.ast.Expression;
import karst.command.EvalOption;
import karst.command.Streamstats;
import karst.plan.CommandConverter;
import karst.plan.ExpressionConverter;
import karst.plan.FieldScope;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.WindowPlanner;
import karst.plan.rel.WindowAggregate;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.type.TimeSpan;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans {@code streamstats}. */
public final class StreamstatsConverter implements CommandConverter<Streamstats> {
  @Override
  public void convert(Streamstats command, PlanBuilder plan) {
    PlanContext context = plan.context();
    WindowPlanner planner = new WindowPlanner(plan, command.allNumbers());
    List<Integer> keys = planner.keys(command.by());
    List<WindowAggregate> calls = planner.aggregates(command.aggregates(), command.by());
    double seconds =
        command.timeWindow() == null ? 0 : TimeSpan.parse(command.timeWindow()).seconds();
    int time = WindowAggregate.NO_COLUMN;
    if (seconds > 0) {
      RexNode field = plan.find("_time");
      time = planner.column(field == null ? context.nothing() : field);
    }
    Streamstats.Resets resets = command.resets();
    RexNode before = condition(resets.before(), "reset_before", plan, context);
    RexNode after = condition(resets.after(), "reset_after", planner.outputs(), context);
    planner.apply(
        new karst.plan.rel.Streamstats(
            keys,
            calls,
            new karst.plan.rel.Streamstats.Frame(
                command.current(), command.window(), command.global(), seconds, resets.onChange()),
            time,
            before,
            after));
  }

  private static @Nullable RexNode condition(
      @Nullable EvalOption option, String name, FieldScope scope, PlanContext context) {
    if (option == null) {
      return null;
    }
    Expression expression = option.expression();
    if (expression != null) {
      return new ExpressionConverter(context, scope).condition(expression);
    }
    // The places in a quoted text are its own.
    SourceMap text = SourceMap.identity(SourceText.of("<" + name + ">", option.text()));
    Diagnostics diagnostics = new Diagnostics(text);
    RexNode condition =
        new ExpressionConverter(context.withDiagnostics(diagnostics), scope)
            .condition(context.parser().parseExpression(text));
    diagnostics.throwIfErrors();
    return condition;
  }
}
