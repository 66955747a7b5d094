package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import karst.exec.Limits;
import karst.plan.TimeRange;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.Tables;
import karst.vector.Batch;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final List<Map<String, Object>> EVENTS =
      List.of(
          Map.of("_time", 100, "host", "a", "tags", List.of("x", "y"), "size", 1.5),
          Map.of("_time", 200, "host", "b", "size", "07"),
          Map.of("_time", 300, "host", "a"));

  private static EngineBuilder engine() {
    return Engine.builder()
        .table(Tables.memory("events", EVENTS))
        .clock(Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC));
  }

  private static List<String> rows(Query query) {
    List<String> rows = new ArrayList<>();
    try (Result result = query.run()) {
      result.forEach(row -> rows.add(row.toString()));
    }
    return rows;
  }

  @Test
  void rowsGiveTextsNumbersAndValues() {
    Query query = engine().build().prepare("| from events | table host tags size");
    try (Result result = query.run()) {
      Row first = result.iterator().next();
      assertEquals("a", first.text("host"));
      assertEquals(List.of("x", "y"), first.values("tags"));
      assertEquals(1.5, first.number("size"));
      assertEquals("1.5", first.text("size"));
      assertEquals(List.of("x", "y"), first.value(1));
      assertThrows(IllegalArgumentException.class, () -> first.text("nope"));
    }
  }

  @Test
  void aNullIsNull() {
    Query query = engine().build().prepare("| from events | table tags | head 2");
    List<Row> rows = new ArrayList<>();
    try (Result result = query.run()) {
      result.forEach(rows::add);
    }
    assertTrue(rows.get(1).isNull(0));
    assertNull(rows.get(1).text(0));
    assertEquals(List.of(), rows.get(1).values(0));
    assertTrue(Double.isNaN(rows.get(1).number(0)));
  }

  /** What is one value in a batch may be another in the next: only literals may be remembered. */
  @Test
  void whatIsConstantInOneBatchMayChangeInTheNext() {
    String spl = "| from events | eval x=host . if(_time<150, \"1\", null()) | table x";
    Query single = engine().limits(Limits.defaults().withBatchSize(1)).build().prepare(spl);
    assertEquals(rows(engine().build().prepare(spl)), rows(single));
  }

  @Test
  void batchesHoldTheSameRows() {
    Query query = engine().build().prepare("| from events | fields host");
    int rows = 0;
    try (Result result = query.run()) {
      for (Batch batch = result.nextBatch(); batch != null; batch = result.nextBatch()) {
        rows += batch.rowCount();
      }
    }
    assertEquals(3, rows);
  }

  @Test
  void aQueryRunsAgainAndInSeveralThreads() throws Exception {
    Query query = engine().build().prepare("| from events | stats count by host | sort -count");
    List<String> once = rows(query);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> runs = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        runs.add(threads.submit(() -> rows(query)));
      }
      for (Future<List<String>> run : runs) {
        assertEquals(once, run.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void columnsAreKnownBeforeTheRun() {
    Query query = engine().build().prepare("| from events | stats count, dc(host) AS hosts");
    assertEquals(List.of("count", "hosts"), query.columns().names());
  }

  @Test
  void theClockIsTheSearchsNow() {
    Query query = engine().build().prepare("| from events | head 1 | eval n=now() | table n");
    assertEquals(List.of("{n=1000.0}"), rows(query));
  }

  @Test
  void aTimeRangeHoldsForDatasets() {
    Engine engine =
        Engine.builder()
            .table(Tables.memory("Endpoint.Processes", EVENTS))
            .timeRange(new TimeRange(100.0, 300.0))
            .build();
    Query query = engine.prepare("| tstats count from datamodel=Endpoint.Processes");
    assertEquals(List.of("{count=2.0}"), rows(query));
    Query own =
        engine.prepare(
            "| tstats count from datamodel=Endpoint.Processes where earliest=0 latest=101");
    assertEquals(List.of("{count=1.0}"), rows(own));
  }

  /** A lookup is no event: what time a row of it may name does not bound it. */
  @Test
  void aTimeRangeHoldsForTablesOfEventsButNotForLookups() {
    Engine engine = engine().timeRange(new TimeRange(200.0, 300.0)).build();
    assertEquals(List.of("{n=1.0}"), rows(engine.prepare("| from events | stats count as n")));
    assertEquals(
        List.of("{n=3.0}"), rows(engine.prepare("| inputlookup events | stats count as n")));
    assertEquals(
        List.of("{n=3.0}"), rows(engine.prepare("| from lookup:events | stats count as n")));
  }

  @Test
  void anUnknownFieldIsAWarningWithItsNearestName() {
    Query query = engine().build().prepare("| from events | where hots=\"a\"");
    assertEquals(1, query.warnings().size());
    assertEquals(DiagnosticCode.UNKNOWN_FIELD, query.warnings().get(0).code());
    assertEquals(List.of("did you mean `host`?"), query.warnings().get(0).hints());
  }

  @Test
  void tooLittleMemoryNamesTheOperatorAndTheSetting() {
    Engine engine = engine().limits(Limits.defaults().withMaxMemory(64)).build();
    Query query = engine.prepare("| from events | sort host");
    SplException fault = assertThrows(SplException.class, () -> rows(query));
    assertEquals(DiagnosticCode.MEMORY_LIMIT, fault.diagnostics().get(0).code());
    assertTrue(fault.render().contains("the sort"), fault.render());
    assertTrue(fault.render().contains("--max-memory"), fault.render());
  }

  @Test
  void aRunThatIsCancelledStops() {
    Query query = engine().build().prepare("| from events");
    try (Result result = query.run()) {
      result.cancel();
      SplException fault = assertThrows(SplException.class, result::nextBatch);
      assertEquals(DiagnosticCode.CANCELLED, fault.diagnostics().get(0).code());
    }
  }

  @Test
  void aRunThatTakesTooLongStops() {
    Engine engine = engine().limits(Limits.defaults().withTimeout(Duration.ofNanos(1))).build();
    Query query = engine.prepare("| from events");
    try (Result result = query.run()) {
      SplException fault = assertThrows(SplException.class, result::nextBatch);
      assertEquals(DiagnosticCode.TIMEOUT, fault.diagnostics().get(0).code());
    }
  }

  @Test
  void aPatternThatBacktracksWithoutEndIsStopped() {
    String text = "a".repeat(5_000);
    Engine engine = Engine.builder().table(Tables.memory("t", List.of(Map.of("x", text)))).build();
    Query query =
        engine.prepare("| from t | where match(x, \"(a|aa)*(a|aa)*(a|aa)*(a|aa)*(.)\\\\5b\")");
    SplException fault = assertThrows(SplException.class, () -> rows(query));
    assertEquals(DiagnosticCode.REGEX_LIMIT, fault.diagnostics().get(0).code());
  }
}
