package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.plan.rel.Series;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Plans columns that are made of the rows before. */
public final class SeriesPlanner {
  private final PlanBuilder plan;
  private final List<Series.Formula> formulas = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /** Creates a planner. */
  public SeriesPlanner(PlanBuilder plan) {
    this.plan = plan;
  }

  /** Adds a column that is made of a field. */
  public SeriesPlanner add(FieldName field, Series.Kind kind, int rows, String name) {
    if (plan.indexOf(field.name()) < 0) {
      plan.assign(field.name(), plan.field(field));
    }
    formulas.add(new Series.Formula(plan.indexOf(field.name()), kind, rows));
    names.add(name);
    return this;
  }

  /**
   * Adds the columns to the plan.
   *
   * @param keepOthers whether a field keeps its value where nothing is made of it
   */
  public void apply(boolean keepOthers) {
    int inputs = plan.names().size();
    List<String> fields = List.copyOf(plan.names());
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    for (Series.Formula formula : formulas) {
      SplType type =
          formula.kind() == Series.Kind.EARLIER
              ? columns.get(formula.column()).type()
              : SplType.NUMBER;
      columns.add(new Column("$" + columns.size(), type));
    }
    plan.transform(new Series(formulas), new Schema(columns));
    Map<String, RexNode> outputs = new LinkedHashMap<>();
    List<RexNode> after = plan.columns();
    for (int i = 0; i < inputs; i++) {
      outputs.put(fields.get(i), after.get(i));
    }
    for (int i = 0; i < names.size(); i++) {
      RexNode made = after.get(inputs + i);
      RexNode old = outputs.get(names.get(i));
      outputs.put(names.get(i), keepOthers && old != null ? either(made, old) : made);
    }
    plan.project(List.copyOf(outputs.values()), List.copyOf(outputs.keySet()));
  }

  private RexNode either(RexNode made, RexNode old) {
    PlanContext context = plan.context();
    return context
        .rex()
        .makeCall(
            CommonType.of(context, List.of(made, old)),
            SqlStdOperatorTable.CASE,
            List.of(context.isPresent(made), made, old));
  }
}
