package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.TotalsFields;
import karst.function.library.TotalFunction;
import karst.plan.rel.ColumnTotals;
import karst.plan.rel.WindowAggregate;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;

/** Plans sums of rows and of columns. */
public final class TotalsPlanner {
  private TotalsPlanner() {}

  /** Sets a field to the sum of each row's numbers. */
  public static void rows(TotalsFields totals, String target, PlanBuilder plan) {
    List<RexNode> values = new ArrayList<>();
    for (int column : columns(totals, plan)) {
      values.add(plan.columns().get(column));
    }
    PlanContext context = plan.context();
    plan.assign(
        target,
        values.isEmpty()
            ? context.nothing()
            : context.rex().makeCall(ScalarOperator.of(TotalFunction.TOTAL), values));
  }

  /** Adds a row with the sums of the columns. */
  public static void columns(TotalsFields totals, List<String> more, PlanBuilder plan) {
    Set<Integer> summed = new LinkedHashSet<>(columns(totals, plan));
    more.forEach(name -> summed.add(plan.indexOf(name)));
    summed.remove(-1);
    int label = WindowAggregate.NO_COLUMN;
    if (!totals.labelField().isEmpty()) {
      if (plan.indexOf(totals.labelField()) < 0) {
        plan.assign(totals.labelField(), plan.context().nothing());
      }
      label = plan.indexOf(totals.labelField());
      summed.remove(label);
    }
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    for (int i = 0; i < columns.size(); i++) {
      boolean changed = summed.contains(i) || i == label;
      if (changed && !columns.get(i).type().isNumeric()) {
        columns.set(i, new Column(columns.get(i).name(), SplType.DYNAMIC));
      }
    }
    plan.transform(
        new ColumnTotals(List.copyOf(summed), label, totals.label()), new Schema(columns));
  }

  /** All but internal ones, or those named, none of them twice. */
  private static List<Integer> columns(TotalsFields totals, PlanBuilder plan) {
    Set<Integer> columns = new LinkedHashSet<>();
    for (FieldName field : totals.fields()) {
      columns.addAll(plan.matching(field));
    }
    for (int i = 0; i < plan.names().size() && totals.fields().isEmpty(); i++) {
      if (!FieldPattern.isInternal(plan.names().get(i))) {
        columns.add(i);
      }
    }
    return List.copyOf(columns);
  }
}
