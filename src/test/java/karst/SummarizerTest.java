package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import karst.source.SplException;
import karst.table.Tables;
import karst.table.event.EventInput;
import karst.table.summary.Summarizing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummarizerTest {
  private static final String DATASET = "Endpoint.Processes";
  private static final String COUNT =
      "| tstats count values(Processes.process) AS process min(_time) AS first FROM"
          + " datamodel=Endpoint.Processes BY Processes.dest";

  @TempDir private Path folder = Path.of("");

  private Path csv(String name, String... rows) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "_time,dest,process\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private static EngineBuilder over(Path file) {
    return Engine.builder().table(Tables.csv(DATASET, file));
  }

  private Path into() {
    return folder.resolve("summaries");
  }

  private Summarizing.Outcome summarize(Path file) {
    return Summarizer.of(over(file)).summarize(DATASET, into());
  }

  private static List<String> rows(EngineBuilder builder, String search) {
    List<String> rows = new ArrayList<>();
    try (Result result = builder.build().prepare(search).run()) {
      result.forEach(row -> rows.add(row.toString()));
    }
    return rows;
  }

  private List<String> summarised(String search) {
    return rows(Engine.builder().summaries(into()), search);
  }

  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> files = Files.list(into().resolve(DATASET))) {
      for (Path file : files.toList()) {
        state.put(
            String.valueOf(file.getFileName()),
            Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return state;
  }

  @Test
  void aSearchOverASummaryGivesTheRowsOfTheEvents() throws IOException {
    Path file =
        csv(
            "a.csv",
            "1715680800.5,h1,cmd.exe /c dir",
            "1715594400,h2,whoami",
            ",h3,untimed",
            "1715680700,h1,");
    Summarizing.Outcome outcome = summarize(file);
    assertEquals(4, outcome.rows());
    assertEquals(3, outcome.files());
    assertEquals(1715594400.0, outcome.after().earliest());
    assertEquals(1715680800.5, outcome.after().latest());
    assertEquals(rows(over(file), COUNT), summarised(COUNT));
  }

  @Test
  void rowsOfADayAreInOneFileInTheOrderOfTheirTimes() throws IOException {
    summarize(csv("a.csv", "1715680800,h1,c", "1715680700,h2,b", "1715680600,h3,a"));
    List<String> files = state().keySet().stream().filter(f -> f.endsWith(".parquet")).toList();
    assertEquals(1, files.size());
    assertTrue(files.get(0).startsWith("2024-05-14-"), files.get(0));
    EngineBuilder plain =
        Engine.builder().table(Tables.parquet("t", into().resolve(DATASET).toString()));
    assertEquals(
        List.of("{process=a}", "{process=b}", "{process=c}"),
        rows(plain, "| from t | fields process | table process"));
  }

  @Test
  void aSpanDividesADay() throws IOException {
    Path file = csv("a.csv", "1715680800,h1,a", "1715684400,h1,b");
    Summarizing.Outcome outcome =
        Summarizer.of(over(file)).withSpan(3600).summarize(DATASET, into());
    assertEquals(2, outcome.files());
    assertTrue(state().keySet().stream().anyMatch(name -> name.startsWith("2024-05-14T100000-")));
  }

  @Test
  void theSameInputTwiceChangesNothing() throws IOException {
    Path file = csv("a.csv", "1715680800,h1,a");
    summarize(file);
    Map<String, String> before = state();
    assertEquals(0, summarize(file).inputs());
    assertEquals(before, state());
    Path moved = Files.move(file, folder.resolve("moved.csv"));
    assertEquals(0, summarize(moved).inputs());
    assertEquals(before, state());
  }

  @Test
  void aNewInputIsAppended() throws IOException {
    Path first = csv("a.csv", "1715680800,h1,a");
    summarize(first);
    Map<String, String> before = state();
    Path second = csv("b.csv", "1715680900,h1,b", "1715780900,h2,c");
    assertEquals(2, summarize(second).rows());
    before.remove("_manifest.json");
    before.remove("_lock");
    assertTrue(state().entrySet().containsAll(before.entrySet()));
    Path both = csv("c.csv", "1715680800,h1,a", "1715680900,h1,b", "1715780900,h2,c");
    assertEquals(rows(over(both), COUNT), summarised(COUNT));
  }

  @Test
  void aChangedInputIsAnErrorAndChangesNothing() throws IOException {
    Path file = csv("a.csv", "1715680800,h1,a");
    summarize(file);
    Map<String, String> before = state();
    csv("a.csv", "1715680800,h1,a", "1715680900,h1,b");
    SplException fault = assertThrows(SplException.class, () -> summarize(file));
    assertTrue(fault.render().contains("`" + file + "`"), fault.render());
    assertTrue(fault.render().contains("would count twice"), fault.render());
    assertEquals(before, state());
  }

  @Test
  void whatAWriterThatDiedLeftIsNoPartOfTheSummary() throws IOException {
    summarize(csv("a.csv", "1715680800,h1,a"));
    List<String> before = summarised(COUNT);
    // One died while it wrote a file, another between giving names and the manifest.
    Path own = into().resolve(DATASET);
    Path data =
        own.resolve(state().keySet().stream().filter(f -> f.endsWith("t")).findFirst().get());
    Files.writeString(own.resolve(".2024-05-15-x-0.parquet.part"), "PAR1 cut off");
    Files.copy(data, own.resolve("2024-05-14-another-0.parquet"));
    Files.writeString(own.resolve("._manifest.json.part"), "{");
    assertEquals(before, summarised(COUNT));
    summarize(csv("b.csv", "1715680900,h2,b"));
    assertFalse(Files.exists(own.resolve(".2024-05-15-x-0.parquet.part")));
    assertFalse(Files.exists(own.resolve("2024-05-14-another-0.parquet")));
    assertEquals(2, summarised(COUNT).size());
  }

  @Test
  void whileOneWritesAnotherGetsAnError() throws IOException {
    Path file = csv("a.csv", "1715680800,h1,a");
    summarize(file);
    try (FileChannel other =
        FileChannel.open(into().resolve(DATASET).resolve("_lock"), StandardOpenOption.WRITE)) {
      other.lock();
      SplException fault =
          assertThrows(SplException.class, () -> summarize(csv("b.csv", "1715680900,h1,b")));
      assertTrue(fault.render().contains("another process writes to it"), fault.render());
      assertEquals(1, summarised(COUNT).size());
    }
    assertEquals(1, summarize(folder.resolve("b.csv")).rows());
  }

  @Test
  void aFailureWhileRowsAreReadLeavesTheSummaryAsItWas() throws IOException {
    summarize(csv("a.csv", "1715680800,h1,a"));
    Map<String, String> before = state();
    Path broken = csv("b.csv", "1715680900,h1,\"never closed");
    assertThrows(SplException.class, () -> summarize(broken));
    assertEquals(before, state());
    assertEquals(1, summarised(COUNT).size());
  }

  @Test
  void whatIsNotCoveredIsReadUnlessOnlySummariesCount() throws IOException {
    Path old = csv("a.csv", "1715680800,h1,a");
    summarize(old);
    Path more = csv("b.csv", "1715680900,h1,b", "1715680900,h2,c");
    String count = "| tstats %s count FROM datamodel=Endpoint.Processes";
    EngineBuilder both = over(more).summaries(into());
    assertEquals(List.of("{count=3.0}"), rows(both, count.formatted("")));
    assertEquals(List.of("{count=1.0}"), rows(both, count.formatted("summariesonly=true")));
    EngineBuilder covered = over(old).summaries(into());
    assertEquals(List.of("{count=1.0}"), rows(covered, count.formatted("summariesonly=false")));
    assertEquals(List.of("{count=2.0}"), rows(over(more), count.formatted("summariesonly=true")));
    Path all = csv("c.csv", "1715680800,h1,a", "1715680900,h1,b", "1715680900,h2,c");
    assertEquals(rows(over(all), COUNT), rows(both, COUNT));
  }

  @Test
  void aDatasetWithoutASummaryHasNoRowsThere() throws IOException {
    summarize(csv("a.csv", "1715680800,h1,a"));
    Path web = folder.resolve("web.csv");
    Files.writeString(web, "_time,url\n1715680800,/\n");
    Engine engine = Engine.builder().table(Tables.csv("Web.Web", web)).summaries(into()).build();
    Query query = engine.prepare("| tstats summariesonly=t count FROM datamodel=Web.Web");
    assertTrue(query.warnings().get(0).message().contains("there is no summary of `Web.Web`"));
    try (Result result = query.run()) {
      assertEquals(0.0, result.iterator().next().number("count"));
    }
  }

  @Test
  void eventsAreSummarisedAsTheirRulesMapThem() {
    EngineBuilder events = Engine.builder().events(EventInput.of("src/test/resources/events"));
    Summarizing.Outcome outcome = Summarizer.of(events).summarize(DATASET, into());
    assertTrue(outcome.rows() > 0);
    assertEquals(rows(events, COUNT), summarised(COUNT));
    EngineBuilder both = events.copy().summaries(into());
    assertEquals(rows(events, COUNT), rows(both, COUNT));
    assertEquals(0, Summarizer.of(both).summarize(DATASET, into()).inputs());
  }

  @Test
  void aDamagedManifestIsAnErrorThatNamesIt() throws IOException {
    summarize(csv("a.csv", "1715680800,h1,a"));
    Path manifest = into().resolve(DATASET).resolve("_manifest.json");
    Files.writeString(manifest, "{\"format\": \"other\"}");
    SplException fault = assertThrows(SplException.class, () -> summarised(COUNT));
    assertTrue(fault.render().contains("_manifest.json"), fault.render());
  }

  @Test
  void whatCannotBeSummarisedIsAnError() throws IOException {
    Path file = csv("a.csv", "1715680800,h1,a");
    assertFails(() -> Summarizer.of(over(file)).summarize("Endpoint.Processe", into()), "Endpoint");
    assertFails(() -> Summarizer.of(over(file)).summarize("Web.Web", into()), "no table is bound");
    assertFails(
        () -> Engine.builder().summaries(folder.resolve("nowhere")).build(), "no such file");
  }

  private static void assertFails(Runnable work, String part) {
    SplException fault = assertThrows(SplException.class, work::run);
    assertTrue(fault.render().contains(part), fault.render());
  }
}
