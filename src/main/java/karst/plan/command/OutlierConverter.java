package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Outlier;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Outliers;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code outlier}. */
public final class OutlierConverter implements CommandConverter<Outlier> {
  @Override
  public void convert(Outlier command, PlanBuilder plan) {
    ColumnPlanner planner = new ColumnPlanner(plan);
    List<Integer> positions = planner.positions(command.fields());
    List<Column> columns = new ArrayList<>(planner.columns());
    for (int position : positions) {
      Column column = columns.get(position);
      boolean stays = command.remove() || column.type().isNumeric() && !command.mark();
      columns.set(position, stays ? column : new Column(column.name(), SplType.DYNAMIC));
    }
    plan.transform(
        new Outliers(
            positions, command.remove(), command.factor(), command.lower(), command.mark()),
        new Schema(columns));
  }
}
