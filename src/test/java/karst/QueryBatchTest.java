package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.exec.Limits;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.table.Tables;
import karst.vector.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that run together share the reading of their tables and nothing else. */
class QueryBatchTest {
  private static final String FIRST = "| from t | search host=a* | stats count by host";
  private static final String SECOND = "| from t | search host=b* OR host=a1 | stats count by host";

  @TempDir private Path folder;

  @Test
  void readsATableOnceForAllSearches() throws IOException {
    Counted table = new Counted(csv(10));
    Engine engine = engine(table);
    try (BatchResult results = engine.prepareAll(List.of(FIRST, SECOND, FIRST)).run()) {
      assertEquals(List.of("a0 2", "a1 2", "a2 1"), rows(results.get(0)));
      assertEquals(List.of("a1 2", "b0 2", "b1 2", "b2 1"), rows(results.get(1)));
      assertEquals(List.of("a0 2", "a1 2", "a2 1"), rows(results.get(2)));
      assertEquals(List.of(), results.notes());
    }
    assertEquals(1, table.scans);
  }

  @Test
  void readsOnlyTheColumnsThatSomeSearchNeeds() throws IOException {
    Counted table = new Counted(csv(10));
    Engine engine = engine(table);
    List<String> searches = List.of(FIRST, "| from t | search host=a* | table id");
    try (BatchResult results = engine.prepareAll(searches).run()) {
      rows(results.get(0));
    }
    assertEquals(List.of(0, 1), table.columns);
  }

  @Test
  void givesResultsInAnyOrder() throws IOException {
    Engine engine = engine(csv(10));
    try (BatchResult results = engine.prepareAll(List.of(FIRST, SECOND)).run()) {
      assertEquals(4, rows(results.get(1)).size());
      assertEquals(3, rows(results.get(0)).size());
    }
  }

  @Test
  void aWrongSearchHasItsOwnErrorAndStopsNoOther() throws IOException {
    Engine engine = engine(csv(10));
    QueryBatch batch = engine.prepareAll(List.of(FIRST, "| from t | wher x=1", SECOND));
    assertEquals(3, batch.size());
    assertThrows(SplException.class, () -> batch.query(1));
    try (BatchResult results = batch.run()) {
      assertEquals(3, rows(results.get(0)).size());
      SplException wrong = assertThrows(SplException.class, () -> rows(results.get(1)));
      assertTrue(wrong.render().contains("<query>:1:12"), wrong.render());
      assertEquals(4, rows(results.get(2)).size());
    }
  }

  @Test
  void aSearchThatFailsWhileItRunsStopsNoOther() throws IOException {
    String endless = "| from t | where match(text, \"(x?)(a+)+\\\\1$\") | table id";
    Engine engine = engine(csv(10));
    try (BatchResult results = engine.prepareAll(List.of(FIRST, endless, SECOND)).run()) {
      assertEquals(3, rows(results.get(0)).size());
      SplException failed = assertThrows(SplException.class, () -> rows(results.get(1)));
      assertEquals(DiagnosticCode.REGEX_LIMIT, failed.diagnostics().get(0).code());
      assertEquals(4, rows(results.get(2)).size());
      assertTrue(results.notes().get(0).message().contains("its condition fails"));
    }
  }

  @Test
  void aTableThatCannotBeReadFailsEachSearchByItself() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.csv"), "host,id\na,1\n\"b,2\n");
    Engine engine = engine(Tables.csv("t", file));
    try (BatchResult results = engine.prepareAll(List.of(FIRST, SECOND)).run()) {
      for (Result result : results) {
        SplException fault = assertThrows(SplException.class, () -> rows(result));
        assertEquals(DiagnosticCode.MALFORMED_DATA, fault.diagnostics().get(0).code());
      }
    }
  }

  @Test
  void saysWhyATableIsReadAgainWhenMemoryIsShort() throws IOException {
    Counted table = new Counted(csv(2000));
    Engine engine =
        Engine.builder().table(table).limits(Limits.defaults().withMaxMemory(24_000)).build();
    List<String> searches =
        List.of("| from t | stats count by host", "| from t | search host=a1 | stats count");
    try (BatchResult results = engine.prepareAll(searches).run()) {
      assertEquals(6, rows(results.get(0)).size());
      assertEquals(1, rows(results.get(1)).size());
      assertEquals(
          "a search reads `t` by itself: its rows take too much of the memory for shared rows",
          results.notes().get(0).message());
    }
    assertTrue(table.scans > 1);
  }

  @Test
  void explainsWhatIsShared() throws IOException {
    QueryBatch batch = engine(csv(1)).prepareAll(List.of(FIRST, SECOND, FIRST));
    assertEquals("t: 3 scans in one, 2 different conditions\n", batch.explain());
    assertEquals("", engine(csv(1)).prepareAll(List.of(FIRST)).explain());
  }

  @Test
  void cancellingTheBatchEndsAllThatStillRun() throws IOException {
    try (BatchResult results = engine(csv(10)).prepareAll(List.of(FIRST, SECOND)).run()) {
      assertEquals(3, rows(results.get(0)).size());
      results.cancel();
      SplException ended = assertThrows(SplException.class, () -> rows(results.get(1)));
      assertEquals(DiagnosticCode.CANCELLED, ended.diagnostics().get(0).code());
    }
  }

  @Test
  void cancellingOneResultEndsNoOther() throws IOException {
    try (BatchResult results = engine(csv(10)).prepareAll(List.of(FIRST, SECOND)).run()) {
      results.get(0).cancel();
      assertThrows(SplException.class, () -> rows(results.get(0)));
      assertEquals(4, rows(results.get(1)).size());
    }
  }

  @Test
  void theWholeMayBeBoundInTime() throws IOException {
    QueryBatch batch = engine(csv(10)).prepareAll(List.of(FIRST, SECOND));
    try (BatchResult results = batch.withTimeout(Duration.ZERO).run()) {
      SplException late = assertThrows(SplException.class, () -> rows(results.get(0)));
      assertEquals(DiagnosticCode.TIMEOUT, late.diagnostics().get(0).code());
      assertTrue(late.render().contains("the searches together"), late.render());
    }
  }

  @Test
  void aFileThatASearchWritesIsReadByTheNextOne() throws IOException {
    Path lookups = Files.createDirectory(folder.resolve("lookups"));
    Files.writeString(lookups.resolve("seen.csv"), "host\nz\n");
    Engine engine = Engine.builder().table(csv(10)).lookups(lookups).build();
    String read = "| inputlookup seen.csv where host=*";
    String write = "| from t | search host=a0 | dedup host | table host | outputlookup seen.csv";
    try (BatchResult results = engine.prepareAll(List.of(read, write, read)).run()) {
      assertEquals(List.of("z"), rows(results.get(0)));
      assertEquals(List.of("a0"), rows(results.get(1)));
      assertEquals(List.of("a0"), rows(results.get(2)));
    }
  }

  @Test
  void compiledSearchesMayBePutTogether() throws IOException {
    Engine engine = engine(csv(10));
    Query query = engine.prepare(FIRST);
    try (BatchResult results = engine.batch(List.of(query, query)).run()) {
      for (Result result : results) {
        assertEquals(3, rows(result).size());
      }
    }
  }

  private Table csv(int rows) throws IOException {
    String text =
        IntStream.range(0, rows)
            .mapToObj(
                i -> (i % 2 == 0 ? "a" : "b") + i / 2 % 3 + "," + i + "," + "a".repeat(40) + "b")
            .collect(Collectors.joining("\n", "host,id,text\n", "\n"));
    return Tables.csv("t", Files.writeString(folder.resolve(rows + ".csv"), text));
  }

  private static Engine engine(Table table) {
    return Engine.builder().table(table).build();
  }

  private static List<String> rows(Result result) {
    List<String> rows = new ArrayList<>();
    for (Row row : result) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.columns().size(); i++) {
        cells.add(row.text(i));
      }
      rows.add(String.join(" ", cells));
    }
    return rows;
  }

  /** Counts how often a table is read, and remembers which of its columns. */
  private static final class Counted implements Table {
    private final Table table;
    private int scans;
    private List<Integer> columns = List.of();

    Counted(Table table) {
      this.table = table;
    }

    @Override
    public String name() {
      return table.name();
    }

    @Override
    public Schema schema() {
      return table.schema();
    }

    @Override
    public Scan scan(ScanRequest request, ScanContext context) {
      scans++;
      columns = request.columns();
      return table.scan(request, context);
    }
  }
}
