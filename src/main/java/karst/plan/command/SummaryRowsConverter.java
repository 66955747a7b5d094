package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.SummaryRows;
import karst.plan.CommandConverter;
import karst.plan.ExpressionFields;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;

/** Plans {@code sistats} and its kin: a projection of what the command behind them needs. */
public final class SummaryRowsConverter implements CommandConverter<SummaryRows> {
  private static final String TIME = "_time";

  @Override
  public void convert(SummaryRows command, PlanBuilder plan) {
    Set<Integer> kept = new LinkedHashSet<>();
    for (FieldName key : command.keys()) {
      kept.add(position(key, plan));
    }
    for (AggregateCall call : command.aggregates()) {
      if (call.field() != null && call.field().hasWildcard()) {
        kept.addAll(plan.matching(call.field()));
      } else if (call.field() != null) {
        kept.add(position(call.field(), plan));
      } else if (call.expression() != null) {
        kept.addAll(ExpressionFields.in(call.expression(), plan.names()));
      }
    }
    // What is earliest or latest goes by the time, and so do the rows of a timechart.
    kept.add(plan.indexOf(TIME));
    kept.remove(-1);
    if (kept.isEmpty()) {
      plan.assign("_count", plan.context().text("1"));
      kept.add(plan.indexOf("_count"));
    }
    List<RexNode> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int position : kept) {
      columns.add(plan.columns().get(position));
      names.add(plan.names().get(position));
    }
    plan.project(columns, names);
  }

  private static int position(FieldName field, PlanBuilder plan) {
    plan.field(field);
    return plan.indexOf(field.name());
  }
}
