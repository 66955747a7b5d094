package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Anomalies;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Unexpected;
import karst.type.SplType;
import karst.vector.Column;

/** Plans {@code anomalies}. */
public final class AnomaliesConverter implements CommandConverter<Anomalies> {
  private static final double ALL = -1;

  @Override
  public void convert(Anomalies command, PlanBuilder plan) {
    ColumnPlanner planner = new ColumnPlanner(plan);
    int column = planner.position(command.field());
    List<Integer> by = new ArrayList<>();
    for (FieldName field : command.by()) {
      by.add(planner.position(field));
    }
    planner.add(
        new Unexpected(
            column,
            by,
            command.window(),
            !command.normalize(),
            command.labelOnly() ? ALL : command.threshold()),
        List.of(new Column("unexpectedness", SplType.NUMBER)));
  }
}
