package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Analyzefields;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Predictors;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code analyzefields}. */
public final class AnalyzefieldsConverter implements CommandConverter<Analyzefields> {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("field", SplType.STRING),
              new Column("count", SplType.NUMBER),
              new Column("cocur", SplType.NUMBER),
              new Column("acc", SplType.NUMBER),
              new Column("balacc", SplType.NUMBER)));

  @Override
  public void convert(Analyzefields command, PlanBuilder plan) {
    FieldName field = command.classField();
    if (field != null) {
      ColumnPlanner planner = new ColumnPlanner(plan);
      int told = planner.position(field);
      List<Integer> columns = new ArrayList<>(planner.positions(List.of()));
      columns.remove((Integer) told);
      plan.transform(new Predictors(told, columns), SCHEMA);
    }
  }
}
