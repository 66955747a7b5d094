package karst.table;

import static karst.table.TestTables.rows;
import static karst.table.TestTables.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class LoadedTableProperties {
  @Property(tries = 300)
  void aLoadedTableReadsAsTheOneThatItWasLoadedFrom(
      @ForAll("columns") List<List<@Nullable String>> columns,
      @ForAll @IntRange(min = 1, max = 20) int batchSize,
      @ForAll("values") @Nullable String wanted,
      @ForAll @IntRange(min = 0, max = 2) int tested,
      @ForAll List<@IntRange(min = 0, max = 2) Integer> asked) {
    Table plain = table(columns);
    LoadedTable loaded = Tables.load(plain, 1);
    List<Integer> distinct = asked.stream().distinct().toList();
    ScanSettings settings = ScanSettings.defaults().withBatchSize(batchSize);
    Predicate<@Nullable Object> is = value -> Objects.equals(value, wanted);
    for (ScanRequest request :
        List.of(
            ScanRequest.of(distinct),
            new ScanRequest(distinct, where(tested, is)),
            new ScanRequest(distinct, decidedBy(where(tested, is))),
            new ScanRequest(distinct, decidedBy(where(tested, is))))) {
      assertEquals(rows(plain, request, settings), rows(loaded, request, settings));
    }
  }

  /** A filter whose one column says everything. */
  private static ScanFilter decidedBy(ScanFilter filter) {
    return new ScanFilter() {
      @Override
      public List<Integer> columns() {
        return filter.columns();
      }

      @Override
      public @Nullable ScanFilter on(int column) {
        return filter;
      }

      @Override
      public Object key() {
        return "the filter";
      }

      @Override
      public RowPredicate open() {
        return filter.open();
      }
    };
  }

  private static Table table(List<List<@Nullable String>> columns) {
    Map<String, Object> named = new LinkedHashMap<>();
    int rows = columns.stream().mapToInt(List::size).min().orElse(0);
    for (int i = 0; i < columns.size(); i++) {
      named.put("c" + i, columns.get(i).subList(0, rows));
    }
    return Tables.memory("t", named);
  }

  @Example
  void codesOfEveryWidthAreReadBack() {
    for (int distinct : new int[] {1, 254, 255, 256, 65_534, 65_535, 65_536}) {
      List<@Nullable String> texts = new ArrayList<>();
      IntStream.range(0, distinct).forEach(i -> texts.add("v" + i));
      texts.add(null);
      Table plain = Tables.memory("t", Map.of("a", texts));
      ScanSettings settings = ScanSettings.defaults();
      assertEquals(rows(plain, settings), rows(Tables.load(plain, 1), settings));
    }
  }

  @Example
  void aSelectiveFilterLooksAtFewRows() {
    List<String> texts = new ArrayList<>();
    IntStream.range(0, 10_000).forEach(i -> texts.add(i == 5_000 ? "needle" : "hay" + i % 7));
    LoadedTable loaded = Tables.load(Tables.memory("t", Map.of("a", texts)), 1);
    List<Object> seen = new ArrayList<>();
    Predicate<@Nullable Object> counting =
        value -> {
          seen.add(String.valueOf(value));
          return "needle".equals(value);
        };
    ScanRequest request = new ScanRequest(List.of(0), decidedBy(where(0, counting)));
    assertEquals(List.of(List.of("needle")), rows(loaded, request, ScanSettings.defaults()));
    assertTrue(seen.size() < 50, () -> "looked at " + seen.size());
  }

  @Example
  void partsAreTheTableOneBehindTheOther() {
    List<String> texts = new ArrayList<>();
    IntStream.range(0, 70_000).forEach(i -> texts.add("v" + i % 1_000));
    LoadedTable loaded = Tables.load(Tables.memory("t", Map.of("a", texts)), 1);
    Predicate<@Nullable Object> brief = value -> String.valueOf(value).length() < 4;
    for (ScanRequest request :
        List.of(ScanRequest.of(List.of(0)), new ScanRequest(List.of(0), where(0, brief)))) {
      List<List<@Nullable Object>> expected = rows(loaded, request, ScanSettings.defaults());
      List<Scan> parts = loaded.scanParts(request, ScanSettings.defaults(), 3);
      assertEquals(3, parts.size());
      assertEquals(expected, parts.stream().flatMap(part -> rows(part).stream()).toList());
    }
  }

  @Example
  void aFewRowsAreNotCutIntoParts() {
    LoadedTable loaded = Tables.load(Tables.memory("t", Map.of("a", List.of("x", "y"))), 1);
    ScanRequest request = ScanRequest.of(List.of(0));
    assertEquals(1, loaded.scanParts(request, ScanSettings.defaults(), 8).size());
  }

  @Example
  void aFilterOfAColumnWithManyTextsIsAskedOfEachTextOnce() {
    List<@Nullable String> texts = new ArrayList<>();
    IntStream.range(0, 100_000).forEach(i -> texts.add(i % 1_000 == 7 ? null : "v" + i % 70_000));
    Table plain = Tables.memory("t", Map.of("a", texts));
    LoadedTable loaded = Tables.load(plain, 1);
    for (boolean nulls : new boolean[] {true, false}) {
      Predicate<@Nullable Object> test =
          value -> value == null ? nulls : String.valueOf(value).endsWith("77");
      ScanRequest request = new ScanRequest(List.of(0), decidedBy(where(0, test)));
      List<List<@Nullable Object>> expected = rows(plain, request, ScanSettings.defaults());
      List<Scan> parts = loaded.scanParts(request, ScanSettings.defaults(), 3);
      assertEquals(3, parts.size());
      assertEquals(expected, parts.stream().flatMap(part -> rows(part).stream()).toList());
    }
  }

  @Example
  void whatHoldsListsIsNotLoaded() {
    Table lists = Tables.memory("t", List.of(Map.of("a", List.of("x", "y"))));
    SplException fault = assertThrows(SplException.class, () -> Tables.load(lists, 1));
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains("holds values of several kinds"), message);
  }

  @Provide
  Arbitrary<List<List<@Nullable String>>> columns() {
    return values().list().ofMinSize(1).ofMaxSize(60).list().ofSize(3);
  }

  @Provide
  Arbitrary<@Nullable String> values() {
    return Arbitraries.of("a", "b", "cc", "", "é", "rare").injectNull(0.2);
  }
}
