package karst.plan.command;

import java.util.List;
import java.util.Map;
import karst.command.Eventcount;
import karst.plan.CommandConverter;
import karst.plan.EventCounts;
import karst.plan.PlanBuilder;

/** Plans {@code eventcount}: of all times, whatever the time range of the search. */
public final class EventcountConverter implements CommandConverter<Eventcount> {
  @Override
  public void convert(Eventcount command, PlanBuilder plan) {
    EventCounts counts = new EventCounts(plan, command.span());
    if (counts.scan("index", command.indexes(), false)) {
      List<String> by = command.summarize() ? List.of() : List.of("index");
      counts.aggregate(by, Map.of("count", "count"));
      counts.order(command.summarize() ? List.of("count") : List.of("count", "index"));
    }
  }
}
