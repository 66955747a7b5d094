package karst.table;

import static karst.table.TestTables.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import karst.source.SplException;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.StringVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTableTest {
  private static List<?> read(Table table) {
    return rows(table, ScanSettings.defaults());
  }

  @Test
  void rowsOfMapsMakeColumnsInOrderOfAppearance() {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("host", "a");
    first.put("n", 1);
    Map<String, Object> second = new LinkedHashMap<>();
    second.put("n", 2.5);
    second.put("ok", true);
    Table table = Tables.memory("t", List.of(first, second));
    assertEquals("host:string, n:number, ok:string", table.schema().toString());
    assertEquals(
        List.of(Arrays.asList("a", 1.0, null), Arrays.asList(null, 2.5, "true")), read(table));
  }

  @Test
  void listsAreMultivalueFields() {
    Table table =
        MemoryTable.builder("t")
            .column("v")
            .row((Object) List.of("a", "b"))
            .row("c")
            .row((Object) List.of())
            .row((Object) new String[] {"d", null, "e"})
            .build();
    assertEquals(SplType.multivalue(SplType.STRING), table.schema().column(0).type());
    assertEquals(
        List.of(
            List.of(List.of("a", "b")),
            List.of("c"),
            Arrays.asList((Object) null),
            List.of(List.of("d", "e"))),
        read(table));
  }

  @Test
  void valuesOfSeveralKindsMakeADynamicColumn() {
    Table table =
        MemoryTable.builder("t")
            .column("v")
            .row("a")
            .row(1)
            .row((Object) null)
            .row((Object) List.of("x", 2))
            .build();
    assertEquals(SplType.DYNAMIC, table.schema().column(0).type());
    assertEquals(
        List.of(
            List.of("a"), List.of(1.0), Arrays.asList((Object) null), List.of(List.of("x", 2.0))),
        read(table));
  }

  @Test
  void timesAreEpochSeconds() {
    Table table =
        MemoryTable.builder("t")
            .column("_time")
            .row(Instant.parse("2019-03-19T17:15:16.129Z"))
            .row(LocalDateTime.parse("2019-03-19T17:15:16"))
            .row("2019-03-19T17:15:16Z")
            .row(1553015716L)
            .build();
    assertEquals(SplType.TIME, table.schema().column(0).type());
    assertEquals(
        List.of(1553015716.129, 1553015716.0, 1553015716.0, 1553015716.0).stream()
            .map(List::of)
            .toList(),
        read(table));
  }

  @Test
  void numbersKeepTheirDigits() {
    Table table =
        MemoryTable.builder("t")
            .column("v", SplType.DYNAMIC)
            .row(0.1f)
            .row(new BigDecimal("0.25"))
            .row(1L << 53)
            .row((1L << 53) + 1)
            .build();
    assertEquals(
        List.of(List.of(0.1), List.of(0.25), List.of(0x1p53), List.of("9007199254740993")),
        read(table));
  }

  @Test
  void columnsOfArraysListsAndVectorsMakeATable() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("s", new String[] {"a", "a"});
    columns.put("n", new int[] {1, 2});
    columns.put("l", Arrays.asList(null, "x"));
    columns.put("v", StringVector.of("p", null));
    Table table = Tables.memory("t", columns);
    assertEquals("s:string, n:number, l:string, v:string", table.schema().toString());
    assertEquals(
        List.of(Arrays.asList("a", 1.0, null, "p"), Arrays.asList("a", 2.0, "x", null)),
        read(table));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 4096, 100_000})
  void aFilteredScanKeepsOrderAtAnyBatchSize(int batchSize) {
    Object[] numbers = IntStream.range(0, 10_000).boxed().toArray();
    Table table = Tables.memory("t", Map.of("n", numbers));
    ScanFilter filter = TestTables.where(0, value -> value instanceof Double d && d % 3 == 0);
    List<?> expected =
        IntStream.range(0, 10_000)
            .filter(i -> i % 3 == 0)
            .mapToObj(i -> List.of((double) i))
            .toList();
    ScanSettings settings = ScanSettings.defaults().withBatchSize(batchSize);
    assertEquals(expected, rows(table, new ScanRequest(List.of(0), filter), settings));
  }

  @Test
  void aScanDoesNotCopyAndRepeatedTextIsCoded() {
    Table table = Tables.memory("t", Map.of("s", new String[] {"a", "b", "a"}));
    ScanRequest request = ScanRequest.of(List.of(0));
    Batch first = TestTables.batches(table, request, ScanSettings.defaults()).get(0);
    Batch again = TestTables.batches(table, request, ScanSettings.defaults()).get(0);
    assertInstanceOf(DictionaryVector.class, first.vector(0));
    assertSame(first.vector(0), again.vector(0));
  }

  @Test
  void batchesThatExistMakeATable() {
    Batch batch =
        Tables.memory("t", Map.of("n", new double[] {1, 2}))
            .scan(ScanRequest.of(List.of(0)), ScanSettings.defaults())
            .next();
    List<Batch> batches = batch == null ? List.of() : List.of(batch, batch);
    MemoryTable table = MemoryTable.of("u", batches.get(0).schema(), batches);
    assertEquals(4, table.rowCount());
    assertInstanceOf(DoubleVector.class, batches.get(0).vector(0));
  }

  @Test
  void whatNoFieldCanHoldIsAnError() {
    UUID id = new UUID(1, 2);
    assertEquals(
        "row 2 of table `t` has a value of java.util.UUID in `v`",
        assertThrows(
                SplException.class, () -> MemoryTable.builder("t").column("v").row("a").row(id))
            .getMessage());
    assertEquals(
        "row 1 of table `t` has \"noon\", which is no time, in `_time`",
        assertThrows(SplException.class, () -> Tables.memory("t", List.of(Map.of("_time", "noon"))))
            .getMessage());
    assertEquals(
        "row 1 of table `t` has 2 values for 1 columns",
        assertThrows(SplException.class, () -> MemoryTable.builder("t").column("v").row("a", "b"))
            .getMessage());
    Map<String, Object> uneven = new LinkedHashMap<>();
    uneven.put("a", new String[] {"x"});
    uneven.put("b", new String[] {});
    assertEquals(
        "column `b` of table `t` has 0 rows and not 1",
        assertThrows(SplException.class, () -> Tables.memory("t", uneven)).getMessage());
  }
}
