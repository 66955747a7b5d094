package karst.plan.command;

import java.util.List;
import karst.command.Eventstats;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.WindowPlanner;
import karst.plan.rel.WindowAggregate;

/** Plans {@code eventstats}. */
public final class EventstatsConverter implements CommandConverter<Eventstats> {
  @Override
  public void convert(Eventstats command, PlanBuilder plan) {
    WindowPlanner planner = new WindowPlanner(plan, command.allNumbers());
    List<Integer> keys = planner.keys(command.by());
    List<WindowAggregate> calls = planner.aggregates(command.aggregates(), command.by());
    planner.apply(new karst.plan.rel.Eventstats(keys, calls));
  }
}
