package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.plan.rel.Transformation;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;

/** Finds the columns that fields name, and plans columns that a transformation makes. */
public final class ColumnPlanner {
  private final PlanBuilder plan;
  private final Set<String> created = new LinkedHashSet<>();

  /** Creates a planner. */
  public ColumnPlanner(PlanBuilder plan) {
    this.plan = plan;
  }

  /**
   * Returns where the column of a field is; a field that is not known becomes one of nulls, until
   * {@link #add}.
   */
  public int position(FieldName field) {
    if (plan.indexOf(field.name()) < 0) {
      created.add(field.name());
      plan.assign(field.name(), plan.field(field));
    }
    return plan.indexOf(field.name());
  }

  /**
   * Returns where the columns of fields and patterns are, those of fields that are not known left
   * out; for no field, all but internal ones.
   */
  public List<Integer> positions(List<FieldName> fields) {
    Set<Integer> positions = new LinkedHashSet<>();
    for (FieldName field : fields) {
      if (!field.hasWildcard() && plan.indexOf(field.name()) < 0) {
        plan.context().unknownField(field.name(), field.span(), plan);
      }
      positions.addAll(plan.matching(field));
    }
    for (int i = 0; i < plan.names().size() && fields.isEmpty(); i++) {
      if (!FieldPattern.isInternal(plan.names().get(i))) {
        positions.add(i);
      }
    }
    return List.copyOf(positions);
  }

  /** Returns the columns so far. */
  public List<Column> columns() {
    return TypeMapping.schemaOf(plan.node().getRowType()).columns();
  }

  /**
   * Applies a transformation that keeps the columns and makes others behind them. One that is made
   * takes the place of a column of its name. Fields that are not known are gone then.
   */
  public void add(Transformation transformation, List<Column> made) {
    List<String> names = List.copyOf(plan.names());
    List<Column> columns = new ArrayList<>(columns());
    for (Column column : made) {
      columns.add(new Column("$" + columns.size(), column.type()));
    }
    plan.transform(transformation, new Schema(columns));
    List<RexNode> after = plan.columns();
    Map<String, RexNode> outputs = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      outputs.put(names.get(i), after.get(i));
    }
    outputs.keySet().removeAll(created);
    for (int i = 0; i < made.size(); i++) {
      outputs.put(made.get(i).name(), after.get(names.size() + i));
    }
    plan.project(List.copyOf(outputs.values()), List.copyOf(outputs.keySet()));
  }
}
