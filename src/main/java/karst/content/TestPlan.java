package karst.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karst.source.SplException;
import karst.table.Table;
import karst.table.Tables;
import karst.table.event.EventInput;

/**
 * Collects the tests of a detection: its own, over recorded events, and those beside it.
 *
 * @param folder the content folder
 * @param data where recorded events are
 */
record TestPlan(ContentFolder folder, AttackDataFolder data) {
  /**
   * Returns the tests of a detection.
   *
   * @throws SplException if a file of tests is malformed
   */
  List<TestCase> of(Detection detection) {
    List<TestCase> cases = new ArrayList<>();
    detection.tests().forEach(test -> cases.add(recorded(detection, test)));
    cases.addAll(SideFile.read(folder.path(), detection));
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
    TestData found = new TestData(tables, events);
    return found.isEmpty()
        ? TestCase.blocked(detection, test.name(), "the test names no data")
        : TestCase.over(detection, test.name(), found, new Expectation.Findings());
  }

  private static EventInput input(Path file, DetectionTest.AttackData data) {
    EventInput input = EventInput.of(file.toString());
    if (!data.source().isEmpty()) {
      input = input.withSource(data.source());
    }
    return data.sourcetype().isEmpty() ? input : input.withSourcetype(data.sourcetype());
  }
}
