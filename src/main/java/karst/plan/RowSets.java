package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.plan.rel.SplUnion;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;

/** Puts sets of rows together whose columns go by name. */
public final class RowSets {
  private RowSets() {}

  /** Puts the rows of other plans after those of a plan; there are the columns of all. */
  public static void append(PlanBuilder plan, List<PlanBuilder> others) {
    if (others.isEmpty()) {
      return;
    }
    List<PlanBuilder> all = new ArrayList<>(List.of(plan));
    all.addAll(others);
    align(all);
    plan.set(SplUnion.create(all.stream().map(PlanBuilder::node).toList()));
    if (others.stream().anyMatch(PlanBuilder::isOpen)) {
      plan.markOpen();
    }
  }

  /** Gives plans the same columns in the same order: those of the first, then the others'. */
  public static void align(List<PlanBuilder> plans) {
    Map<String, RelDataType> columns = new LinkedHashMap<>();
    for (PlanBuilder plan : plans) {
      plan.node()
          .getRowType()
          .getFieldList()
          .forEach(field -> columns.putIfAbsent(field.getName(), field.getType()));
    }
    List<String> names = List.copyOf(columns.keySet());
    for (PlanBuilder plan : plans) {
      if (plan.names().equals(names)) {
        continue;
      }
      List<RexNode> values = new ArrayList<>();
      columns.forEach(
          (name, type) -> {
            RexNode value = plan.find(name);
            values.add(value == null ? plan.context().rex().makeNullLiteral(type) : value);
          });
      plan.project(values, names);
    }
  }

  /**
   * Makes one row of two that stand side by side: a field that both have takes the value of one, or
   * where that is null, the other's.
   *
   * @param rows the columns of the left, then those of the right
   * @param left the names of the left's
   * @param right the names of the right's
   * @param rightWins whose value counts
   */
  public static void overlay(
      PlanBuilder plan, RelNode rows, List<String> left, List<String> right, boolean rightWins) {
    plan.set(rows);
    List<RexNode> columns = plan.columns();
    Map<String, RexNode> merged = new LinkedHashMap<>();
    for (int i = 0; i < left.size(); i++) {
      merged.put(left.get(i), columns.get(i));
    }
    PlanContext context = plan.context();
    for (int i = 0; i < right.size(); i++) {
      RexNode value = columns.get(left.size() + i);
      merged.merge(
          right.get(i),
          value,
          (mine, other) -> {
            List<RexNode> both = rightWins ? List.of(other, mine) : List.of(mine, other);
            return context
                .rex()
                .makeCall(CommonType.of(context, both), SpecialOperators.FIRST_PRESENT, both);
          });
    }
    plan.project(List.copyOf(merged.values()), List.copyOf(merged.keySet()));
  }
}
