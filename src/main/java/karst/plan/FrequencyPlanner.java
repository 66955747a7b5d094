package karst.plan;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Frequency;
import karst.plan.rel.Ranking;
import karst.source.Span;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;

/** Plans top and rare: combinations are counted as stats counts groups, and then ranked. */
public final class FrequencyPlanner {
  private FrequencyPlanner() {}

  /** Adds the command to a plan. */
  public static void plan(Frequency frequency, boolean mostFirst, PlanBuilder plan) {
    List<FieldName> fields = new ArrayList<>(frequency.by());
    fields.addAll(frequency.fields());
    List<AggregationPlanner.Key> keys = new ArrayList<>();
    for (FieldName field : fields) {
      keys.add(new AggregationPlanner.Key(field.name(), plan.field(field)));
    }
    AggregateCall count =
        new AggregateCall("count", null, null, Double.NaN, "$count", true, Span.at(0));
    new AggregationPlanner(plan, plan, false, false).aggregate(keys, List.of(count));
    if (plan.context().diagnostics().hasErrors()) {
      return;
    }
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    columns.add(new Column("$percent", SplType.STRING));
    plan.transform(
        new Ranking(
            frequency.by().size(),
            frequency.fields().size(),
            mostFirst,
            frequency.limit(),
            frequency.other()),
        new Schema(columns));
    nameOutputs(frequency, fields.size(), plan);
  }

  private static void nameOutputs(Frequency frequency, int keys, PlanBuilder plan) {
    List<RexNode> columns = new ArrayList<>(plan.columns().subList(0, keys));
    List<String> names = new ArrayList<>(plan.names().subList(0, keys));
    if (!frequency.countField().isEmpty()) {
      columns.add(plan.columns().get(keys));
      names.add(frequency.countField());
    }
    if (!frequency.percentField().isEmpty()) {
      columns.add(plan.columns().get(keys + 1));
      names.add(frequency.percentField());
    }
    plan.project(columns, names);
  }
}
