package karst.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karst.source.SplException;
import karst.table.Table;
import karst.table.Tables;
import karst.table.event.EventInput;

/**
 * Collects the tests of a detection: its own, over recorded events; those beside it, over tables;
 * and that it stays silent over benign data.
 *
 * @param folder the content folder
 * @param data where recorded events are
 * @param benign tables in which nothing is to be found; none for no such test
 */
record TestPlan(ContentFolder folder, AttackDataFolder data, List<Table> benign) {
  /**
   * Returns the tests of a detection.
   *
   * @throws SplException if a file of tests is malformed
   */
  List<TestCase> of(Detection detection) {
    List<TestCase> cases = new ArrayList<>();
    detection.tests().forEach(test -> cases.add(recorded(detection, test)));
    cases.addAll(SideFile.read(folder.path(), detection));
    if (!benign.isEmpty()) {
      cases.add(
          TestCase.over(detection, "silent on benign data", benign, new Expectation.Silence()));
    }
    return cases;
  }

  private TestCase recorded(Detection detection, DetectionTest test) {
    List<Table> tables = new ArrayList<>();
    List<EventInput> events = new ArrayList<>();
    for (DetectionTest.AttackData data : test.data()) {
      List<Path> files = this.data.find(data.data());
      if (files.isEmpty()) {
        return TestCase.blocked(detection, test.name(), "there is no file for " + data.data());
      }
      if (files.size() > 1) {
        return TestCase.blocked(
            detection, test.name(), "several files could be " + data.data() + ": " + files);
      }
      if (data.table().isEmpty()) {
        events.add(input(files.get(0), data));
        continue;
      }
      try {
        tables.add(Tables.csv(data.table(), files.get(0)));
      } catch (SplException unreadable) {
        return TestCase.blocked(detection, test.name(), String.valueOf(unreadable.getMessage()));
      }
    }
    return tables.isEmpty() && events.isEmpty()
        ? TestCase.blocked(detection, test.name(), "the test names no data")
        : new TestCase(detection, test.name(), tables, events, new Expectation.Findings(), null);
  }

  private static EventInput input(Path file, DetectionTest.AttackData data) {
    EventInput input = EventInput.of(file.toString());
    if (!data.source().isEmpty()) {
      input = input.withSource(data.source());
    }
    return data.sourcetype().isEmpty() ? input : input.withSourcetype(data.sourcetype());
  }
}
