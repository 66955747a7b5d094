package karst.content;

import java.util.List;
import karst.table.Table;
import karst.table.event.EventInput;
import org.jspecify.annotations.Nullable;

/**
 * A test that is ready to run.
 *
 * @param detection the detection under test
 * @param name the title
 * @param tables what the detection searches
 * @param events the raw events that it searches
 * @param expectation what has to come out
 * @param obstacle why the test cannot run; null if it can
 */
record TestCase(
    Detection detection,
    String name,
    List<Table> tables,
    List<EventInput> events,
    Expectation expectation,
    @Nullable String obstacle) {
  TestCase {
    tables = List.copyOf(tables);
    events = List.copyOf(events);
  }

  /** Returns a test over tables. */
  static TestCase over(
      Detection detection, String name, List<Table> tables, Expectation expectation) {
    return new TestCase(detection, name, tables, List.of(), expectation, null);
  }

  /** Returns a test that cannot run. */
  static TestCase blocked(Detection detection, String name, String obstacle) {
    return new TestCase(
        detection, name, List.of(), List.of(), new Expectation.Findings(), obstacle);
  }
}
