package karst.content;

import java.util.List;
import karst.EngineBuilder;
import karst.table.Table;
import karst.table.event.EventInput;

/**
 * What a detection is tested on.
 *
 * @param tables bound by their names
 * @param events files of raw events
 */
public record TestData(List<Table> tables, List<EventInput> events) {
  public TestData {
    tables = List.copyOf(tables);
    events = List.copyOf(events);
  }

  /** Returns no data. */
  public static TestData none() {
    return new TestData(List.of(), List.of());
  }

  /** Returns whether there are neither tables nor events. */
  public boolean isEmpty() {
    return tables.isEmpty() && events.isEmpty();
  }

  /** Gives an engine the data. */
  EngineBuilder addTo(EngineBuilder builder) {
    tables.forEach(builder::table);
    events.forEach(builder::events);
    return builder;
  }
}
