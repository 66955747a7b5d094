package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Stats;
import karst.plan.AggregationPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/** Plans {@code stats}. */
public final class StatsConverter implements CommandConverter<Stats> {
  @Override
  public void convert(Stats command, PlanBuilder plan) {
    List<AggregationPlanner.Key> keys = new ArrayList<>();
    for (FieldName field : command.by()) {
      keys.add(new AggregationPlanner.Key(field.name(), plan.field(field)));
    }
    new AggregationPlanner(plan, plan, command.allNumbers(), command.dedupSplitValues())
        .aggregate(keys, command.aggregates());
  }
}
