package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import karst.Engine;
import karst.source.SplException;
import karst.table.Tables;
import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRunnerTest {
  private static final String SEARCH =
      "name: A\nsearch: '| tstats count from datamodel=Endpoint.Processes"
          + " where Processes.process_name=cmd.exe by Processes.dest | rename Processes.* as *'\n"
          + "tags:\n  observable:\n  - {name: dest, role: [Victim]}\n";

  @TempDir Path folder;

  private List<TestOutcome> run(String detection, String tests) throws IOException {
    Files.createDirectories(folder.resolve("detections"));
    Files.createDirectories(folder.resolve("data/T1"));
    Files.writeString(folder.resolve("detections/a.yml"), detection);
    if (!tests.isEmpty()) {
      Files.writeString(folder.resolve("detections/a.test.yml"), "tests:\n" + tests);
    }
    Files.copy(DetectorTest.PROCESSES, folder.resolve("data/T1/p.csv"));
    ContentFolder content = ContentFolder.read(folder);
    return new TestRunner(content, folder.resolve("data"), TestData.none(), Engine::builder)
        .run(new DetectionFilter())
        .outcomes();
  }

  private TestOutcome side(String expect) throws IOException {
    String test = "- name: t\n  tables: {Endpoint.Processes: ../data/T1/p.csv}\n  " + expect;
    return run(SEARCH, test).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "expect: [{dest: pc01, count: 2}] ~ ''",
        "expect: [{dest: pc01}] ~ ''",
        "name2: x ~ ''",
        "expect: [{dest: pc02}] ~ no row is {dest=[pc02]}; there is dest=pc01; count=2",
        "expect: [{dest: pc01}, {dest: pc01}] ~ no row is {dest=[pc01]}",
        "expect: [] ~ expected no rows, found 1: dest=pc01; count=2"
      })
  void rowsAreComparedWithThoseExpected(String expect, String reason) throws IOException {
    assertEquals(reason, side(expect).reason());
  }

  @Test
  void aRowThatWasNotExpectedIsTold() throws IOException {
    String search = SEARCH.replace("=cmd.exe", "=*");
    String test =
        "- name: t\n  tables: {Endpoint.Processes: ../data/T1/p.csv}\n  expect: [{dest: pc03}]";
    assertEquals(
        "there is a row that was not expected: dest=pc01; count=2",
        run(search, test).get(0).reason());
  }

  @Test
  void nothingFoundIsExplained() throws IOException {
    String test = "- name: t\n  tables: {Endpoint.Processes: ../data/T1/p.csv}";
    TestOutcome outcome = run(SEARCH.replace("cmd.exe", "none.exe"), test).get(0);
    assertEquals(TestOutcome.Status.FAILED, outcome.status());
    assertEquals(
        "nothing was found: no row satisfies `Processes.process_name=none.exe`", outcome.reason());
  }

  @Test
  void aRiskFieldWithoutAValueFails() throws IOException {
    String test = "- name: t\n  tables: {Endpoint.Processes: ../data/T1/p.csv}";
    assertEquals(
        "the field `user`, which the detection names as a risk object, has no value in:"
            + " dest=pc01; count=2",
        run(SEARCH.replace("name: dest", "name: user"), test).get(0).reason());
  }

  private static String recorded(String data) {
    return SEARCH + "tests:\n- name: t\n  attack_data:\n  - {data: 'https://example.org/" + data;
  }

  @Test
  void recordedEventsAreFoundByTheirAddress() throws IOException {
    TestOutcome outcome = run(recorded("x/T1/p.csv', table: Endpoint.Processes}"), "").get(0);
    assertEquals(TestOutcome.Status.PASSED, outcome.status(), outcome.reason());
  }

  @Test
  void rawEventsAreSearchedWithTheSourceThatTheTestNames() throws IOException {
    Files.createDirectories(folder.resolve("data/T1"));
    Files.writeString(
        folder.resolve("data/T1/events.log"),
        "{\"_time\": 1700000000, \"dest\": \"pc09\", \"EventCode\": \"7\"}\n");
    String detection =
        "name: A\nsearch: 'sourcetype=odd EventCode=7 | stats count by dest'\n"
            + "tests:\n- name: t\n  attack_data:\n"
            + "  - {data: 'https://example.org/x/T1/events.log', sourcetype: odd}\n";
    TestOutcome outcome = run(detection, "").get(0);
    assertEquals(TestOutcome.Status.PASSED, outcome.status(), outcome.reason());
  }

  @Test
  void rawEventsBesideADetectionAreSearchedWithTheSourceThatIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("data/events.jsonl"), "{\"dest\": \"pc09\"}\n{\"dest\": \"pc10\"}\n");
    String detection = "name: A\nsearch: 'sourcetype=odd dest=pc09 | stats count by dest'\n";
    String events = "- name: t\n  events: [{path: ../data/events.jsonl, sourcetype: odd}]\n";
    TestOutcome outcome = run(detection, events + "  expect: [{dest: pc09, count: 1}]").get(0);
    assertEquals(TestOutcome.Status.PASSED, outcome.status(), outcome.reason());
  }

  @Test
  void whatEventsAreIsNotWrittenOtherwise() {
    String events = "- name: t\n  events: [{path: x.jsonl, sourcetyp: odd}]\n";
    SplException fault = assertThrows(SplException.class, () -> run(SEARCH, events));
    assertEquals(
        "`sourcetyp` is none of path, host, source, sourcetype, index",
        fault.diagnostics().get(0).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "x/T2/q.csv', table: T} ~ there is no file for https://example.org/x/T2/q.csv",
        "x/T1/p.csv', table: Web.Web} ~ no table is bound to the dataset `Endpoint.Processes`"
      })
  void aTestThatCannotRunIsSkipped(String data, String reason) throws IOException {
    TestOutcome outcome = run(recorded(data), "").get(0);
    assertEquals(TestOutcome.Status.SKIPPED, outcome.status());
    assertTrue(outcome.reason().startsWith(reason), outcome.reason());
  }

  @Test
  void aDetectionThatIsWrongFailsItsTests() throws IOException {
    String test = "- name: t\n  tables: {Endpoint.Processes: ../data/T1/p.csv}";
    TestOutcome outcome = run(SEARCH.replace("rename", "renam"), test).get(0);
    assertEquals(TestOutcome.Status.FAILED, outcome.status());
    assertEquals("there is no command `renam`", outcome.reason());
  }

  @Test
  void aMalformedFileOfTestsIsAFault() {
    assertThrows(SplException.class, () -> run(SEARCH, "- [x"));
  }

  @Test
  void everyDetectionStaysSilentOnBenignEvents() throws IOException {
    Path events =
        Files.writeString(folder.resolve("quiet.jsonl"), "{\"a\":\"x\"}\n{\"a\":\"y\"}\n");
    Files.createDirectories(folder.resolve("detections"));
    for (String value : List.of("x", "z")) {
      Files.writeString(
          folder.resolve("detections/" + value + ".yml"),
          "name: " + value + "\nsearch: 'a=" + value + " | table a'\n");
    }
    TestData benign = new TestData(List.of(), List.of(EventInput.of(events.toString())));
    TestReport report =
        new TestRunner(ContentFolder.read(folder), null, benign, Engine::builder)
            .run(new DetectionFilter());
    assertEquals(
        List.of("expected no rows, found 1: a=x", ""),
        report.outcomes().stream().map(TestOutcome::reason).toList());
    assertEquals(0, report.untested());
  }

  @Test
  void everyDetectionStaysSilentOnBenignData() {
    ContentFolder content = ContentFolder.read(ContentFolderTest.SAMPLE);
    Path quiet = ContentFolderTest.SAMPLE.resolve("data/quiet.csv");
    TestReport report =
        new TestRunner(
                content,
                null,
                new TestData(List.of(Tables.csv("Endpoint.Processes", quiet)), List.of()),
                () -> content.addTo(Engine.builder()))
            .run(new DetectionFilter().add("file", "*office*"));
    assertEquals(
        List.of("SKIPPED", "PASSED", "PASSED", "PASSED"),
        report.outcomes().stream().map(outcome -> outcome.status().name()).toList());
  }
}
