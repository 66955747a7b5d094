package karst.content;

import java.util.List;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A test that is ready to run.
 *
 * @param detection the detection under test
 * @param name the title
 * @param tables what the detection searches
 * @param expectation what has to come out
 * @param obstacle why the test cannot run; null if it can
 */
record TestCase(
    Detection detection,
    String name,
    List<Table> tables,
    Expectation expectation,
    @Nullable String obstacle) {
  TestCase {
    tables = List.copyOf(tables);
  }

  static TestCase blocked(Detection detection, String name, String obstacle) {
    return new TestCase(detection, name, List.of(), new Expectation.Findings(), obstacle);
  }
}
