package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.exec.Limits;
import karst.source.Diagnostic;
import karst.source.SplException;
import karst.table.Tables;
import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSearchTest {
  private static final String FOLDER = "src/test/resources/events";

  @TempDir private Path folder = Path.of("");

  private static EngineBuilder builder() {
    return Engine.builder().events(EventInput.of(FOLDER));
  }

  private static List<String> rows(Engine engine, String spl) {
    List<String> rows = new ArrayList<>();
    try (Result result = engine.prepare(spl).run()) {
      for (Row row : result) {
        List<String> cells = new ArrayList<>();
        for (String column : result.columns().names()) {
          String text = row.text(column);
          cells.add(text == null ? "-" : text);
        }
        rows.add(String.join(" | ", cells));
      }
    }
    return rows;
  }

  private static List<String> rows(String spl) {
    return rows(builder().build(), spl);
  }

  @Test
  void aSearchReadsTheFieldsThatItNames() {
    assertEquals(
        List.of("ana | whoami.exe"),
        rows(
            "EventCode=1 Image=\"*\\\\WHOAMI.exe\""
                + "| eval name=replace(User, \"^.*\\\\\\\\\", \"\")"
                + "| eval image=replace(Image, \"^.*\\\\\\\\\", \"\") | table name image"));
  }

  @Test
  void eventsComeTheNewestFirst() {
    assertEquals(
        List.of("4720", "4104", "3", "12", "4688", "13", "1"),
        rows("search sourcetype=xmlwineventlog | table EventCode"));
    assertEquals(
        List.of("4720 4104 3 12 4688 13 1"),
        rows(
            "search sourcetype=xmlwineventlog | stats list(EventCode) as c | eval c=mvjoin(c, \" \")"));
  }

  @Test
  void theKindsOfEventsAreFoundAlthoughNothingElseNamesTheirFields() {
    assertEquals(
        List.of("ms-sysmon-process | 1", "wineventlog_windows | 1"),
        rows("EventCode=1 | typer | stats count by eventtype"));
    assertEquals(
        List.of("os", "process", "report", "windows"),
        rows("EventCode=1 | tags | stats count by tag | table tag"));
  }

  @Test
  void theSummaryOfAFieldKnowsEveryEvent() {
    assertEquals(
        List.of("EventCode | 7"),
        rows("sourcetype=xmlwineventlog | fieldsummary EventCode | table field count"));
  }

  @Test
  void aKeywordIsFoundInTheRawEventBetweenBreakers() {
    assertEquals(
        List.of("root"), rows("Failed password \"root from\" | eval who=\"root\" | table who"));
    assertEquals(List.of(), rows("Faile passwor | table _time"));
  }

  @Test
  void aSubsearchMayNameFieldsThatTheSearchDoesNot() {
    assertEquals(
        List.of("1"),
        rows(
            "[| makeresults | eval status=\"ok\" | eval search=\"sta\".\"tus=\".status"
                + " | fields search] action=login | stats count"));
  }

  @Test
  void fieldsOfNestedJsonHaveTheirPaths() {
    assertEquals(
        List.of("ana | 10.0.0.1\n10.0.0.2"),
        rows("user.name=ana \"addresses{}\"=10.0.0.2 | table user.name addresses{}"));
  }

  @Test
  void aSearchWithoutAListOfFieldsFindsOutWhichThereAre() {
    assertEquals(
        List.of(
            "_time", "host", "source", "sourcetype", "index", "action", "status", "user", "_raw"),
        builder().build().prepare("action=login").run().columns().names());
    assertEquals(List.of("login | ok | ana maria"), rows("action=login | table a* st* us*"));
  }

  @Test
  void aPatternOfFieldsIsPlannedWithThoseThatTheEventsHave() {
    assertEquals(
        List.of("login | ok"),
        rows(
            "action=login | rename action as x.action, status as x.status | rename x.* as *"
                + " | stats values(action) as action values(status) as status"));
  }

  @Test
  void preparingReadsNoEvent() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1}\n");
    Engine engine = Engine.builder().events(EventInput.of(file.toString())).build();
    Query query = engine.prepare("search a=* | stats count by a");
    Query all = engine.prepare("search a=*");
    Files.writeString(file, "{\"a\":2,\"b\":3}\n");
    try (Result result = query.run()) {
      assertEquals("2", result.iterator().next().text("a"));
    }
    try (Result result = all.run()) {
      assertTrue(result.columns().names().contains("b"));
    }
  }

  @Test
  void anEventTypeAndATagAreConditions() {
    assertEquals(
        List.of("4625", "4688", "4720"),
        rows("eventtype=wineventlog_security | stats count by EventCode | table EventCode"));
    assertEquals(
        List.of("1", "4688"),
        rows("tag=process tag=report | stats count by EventCode | table EventCode"));
    assertEquals(
        List.of("1"),
        rows("eventtype=ms-sysmon-* NOT eventtype=*-regmod NOT EventCode=3 | table EventCode"));
    assertEquals(List.of(), rows("eventtype=nothing | table EventCode"));
  }

  @Test
  void theMacrosOfTheCorpusFindTheirEvents() {
    assertEquals(List.of("3", "12", "13", "1"), rows("`sysmon` | table EventCode"));
    assertEquals(
        List.of("Get-Process | Stop-Process"),
        rows(
            "`powershell` EventCode=4104 ScriptBlockText=\"*stop-process*\" | table ScriptBlockText"));
    assertEquals(List.of("7045"), rows("`wineventlog_system` | table EventCode"));
  }

  @Test
  void anIndexThatIsNotThereHasNoEvents() {
    assertEquals(List.of("14"), rows("index=* | stats count"));
    assertEquals(List.of("0"), rows("index=other | stats count"));
  }

  @Test
  void aSubsearchReadsEventsToo() {
    assertEquals(
        List.of("desk-9.example.com"),
        rows(
            "EventCode=3 [search EventCode=4104 | rename Computer as host | fields host]"
                + " | stats count by host | table host"));
  }

  @Test
  void datasetsAreTablesWhenThereAreEvents() {
    String spl =
        "| tstats count from datamodel=Endpoint.Processes by Processes.process_name"
            + " | table Processes.process_name";
    assertEquals(List.of("net.exe", "whoami.exe"), rows(spl));
  }

  @Test
  void aTableOfTheNameGoesBeforeTheEvents() {
    Engine engine =
        builder()
            .table(
                Tables.memory("Endpoint.Processes", List.of(Map.of("process_name", "given.exe"))))
            .build();
    assertEquals(
        List.of("given.exe"),
        rows(engine, "| from datamodel:Endpoint.Processes | table process_name"));
  }

  @Test
  void eventsThatDoNotFitIntoMemoryGiveTheSameRows() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      lines.append(
          """
          {"Channel":"Security","EventID":4688,"SubjectUserName":"u%d","NewProcessName":"C:\\\\p.exe",\
          "CommandLine":"p.exe %s","@timestamp":"2024-03-05T10:00:00Z"}
          """
              .formatted(i % 3, "x".repeat(i % 7) + i * 7919L));
    }
    Path file = Files.writeString(folder.resolve("many.jsonl"), lines.toString());
    EventInput input = EventInput.of(file.toString());
    Engine large = Engine.builder().events(input).build();
    Engine small =
        Engine.builder().events(input).limits(Limits.defaults().withMaxMemory(1 << 20)).build();
    for (String spl :
        List.of(
            "search SubjectUserName=u1 | stats count by EventCode host",
            "| from datamodel:Endpoint.Processes | search user=u2 process=*77* | stats count by user",
            "| tstats count from datamodel=Endpoint.Processes where Processes.user=u* by"
                + " Processes.user Processes.process_name")) {
      List<String> rows = rows(large, spl);
      assertTrue(rows.size() > 0, spl);
      assertEquals(rows, rows(small, spl), spl);
    }
  }

  @Test
  void withoutEventsASearchSaysHowToGiveSome() {
    SplException fault =
        assertThrows(SplException.class, () -> Engine.builder().build().prepare("EventCode=1"));
    assertEquals(
        "a search of raw events needs events, and there are none",
        fault.diagnostics().get(0).message());
  }

  @Test
  void badRecordsAreWarningsOfTheRun() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1}\n{\n");
    Engine engine = Engine.builder().events(EventInput.of(file.toString())).build();
    try (Result result = engine.prepare("search a=1 | table a").run()) {
      result.forEach(row -> assertEquals("1", row.text("a")));
      List<String> warnings = result.warnings().stream().map(Diagnostic::message).toList();
      assertEquals(1, warnings.size());
      assertTrue(warnings.get(0).contains("(line 2"), warnings.get(0));
    }
    Engine strict =
        Engine.builder().events(EventInput.of(file.toString())).strictEvents(true).build();
    assertThrows(SplException.class, () -> rows(strict, "search a=1 | table a"));
  }
}
