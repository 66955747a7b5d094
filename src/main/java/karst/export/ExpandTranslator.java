package karst.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.plan.rel.Expand;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;

/** Turns a row for each of several values into the dialect's way to say it. */
final class ExpandTranslator {
  private final PlanTranslator plans;
  private final Sql sql;

  ExpandTranslator(PlanTranslator plans) {
    this.plans = plans;
    this.sql = plans.sql();
  }

  Rows translate(Expand expand, boolean ordered) {
    Rows rows = plans.limited(expand.getInput(), ordered);
    RexNode value = rows.columns().get(expand.column());
    if (Sql.shape(value) != SqlShape.LIST) {
      return rows;
    }
    if (ordered || expand.distinct()) {
      throw sql.dialect().refusal("a row for each of several values, in their order");
    }
    List<RexNode> values = new ArrayList<>(rows.columns());
    values.set(
        expand.column(),
        sql.rex()
            .makeCall(
                sql.type(SqlShape.TEXT),
                TemplateFunction.spreading(sql.dialect().unnest(), sql.type(SqlShape.TEXT)),
                List.of(value)));
    RelNode spread =
        LogicalProject.create(
            rows.node(), List.of(), values, expand.getRowType().getFieldNames(), Set.of());
    return Rows.of(Boundary.above(spread));
  }
}
