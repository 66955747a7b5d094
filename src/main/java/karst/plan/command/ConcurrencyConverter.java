package karst.plan.command;

import java.util.List;
import karst.ast.FieldName;
import karst.command.Concurrency;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.InProgress;
import karst.type.SplType;
import karst.vector.Column;

/** Plans {@code concurrency}. */
public final class ConcurrencyConverter implements CommandConverter<Concurrency> {
  @Override
  public void convert(Concurrency command, PlanBuilder plan) {
    FieldName duration = command.duration();
    if (duration != null) {
      ColumnPlanner planner = new ColumnPlanner(plan);
      InProgress counted =
          new InProgress(planner.position(command.start()), planner.position(duration));
      planner.add(counted, List.of(new Column(command.output(), SplType.NUMBER)));
    }
  }
}
