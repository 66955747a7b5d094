package karst.plan.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.command.Metadata;
import karst.plan.CommandConverter;
import karst.plan.EventCounts;
import karst.plan.PlanBuilder;

/** Plans {@code metadata}. */
public final class MetadataConverter implements CommandConverter<Metadata> {
  @Override
  public void convert(Metadata command, PlanBuilder plan) {
    EventCounts counts = new EventCounts(plan, command.span());
    String field = command.type().field();
    if (counts.scan(field, command.indexes(), true)) {
      Map<String, String> calls = new LinkedHashMap<>();
      calls.put("firstTime", "min");
      calls.put("lastTime", "max");
      // When an event was indexed is not known: it is taken for the time of the event.
      calls.put("recentTime", "max");
      calls.put("totalCount", "count");
      counts.aggregate(List.of(field), calls);
      plan.assign("type", plan.context().text(command.type().name().toLowerCase(Locale.ROOT)));
      counts.order(List.of("firstTime", field, "lastTime", "recentTime", "totalCount", "type"));
    }
  }
}
