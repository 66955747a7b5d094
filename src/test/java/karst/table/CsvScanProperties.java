package karst.table;

import static karst.table.TestTables.rows;
import static karst.table.TestTables.utf8;
import static karst.table.TestTables.where;
import static karst.table.TestTables.withFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class CsvScanProperties {
  private static final Predicate<@Nullable Object> EVEN_LENGTH =
      value -> value != null && value.toString().length() % 2 == 0;

  /** How a file is written and read. */
  record Way(
      boolean quoteAll,
      String lineEnd,
      boolean lastLineEnds,
      int blockBytes,
      int batchSize,
      int threads) {
    CsvOptions options() {
      return CsvOptions.defaults().withBlockBytes(blockBytes);
    }

    ScanSettings settings() {
      return ScanSettings.defaults().withBatchSize(batchSize).withThreads(threads);
    }
  }

  @Property(tries = 400)
  void whatWasWrittenIsRead(@ForAll("grids") List<List<String>> grid, @ForAll("ways") Way way) {
    int width = grid.get(0).size();
    List<Integer> all = IntStream.range(0, width).boxed().toList();
    withFile(
        utf8(write(grid, way)),
        file -> {
          Table table = CsvTable.open("t", file, way.options());
          assertEquals(pick(grid, all), rows(table, ScanRequest.of(all), way.settings()));
        });
  }

  @Property(tries = 400)
  void aFilteredScanIsTheFilteredRows(
      @ForAll("grids") List<List<String>> grid,
      @ForAll("ways") Way way,
      @ForAll @IntRange(min = 0, max = 5) int tested,
      @ForAll List<@IntRange(min = 0, max = 5) Integer> wanted) {
    int width = grid.get(0).size();
    int column = tested % width;
    List<Integer> columns = wanted.stream().map(i -> i % width).distinct().toList();
    List<List<String>> passing =
        grid.stream().filter(row -> EVEN_LENGTH.test(cell(row.get(column)))).toList();
    withFile(
        utf8(write(grid, way)),
        file -> {
          Table table = CsvTable.open("t", file, way.options());
          ScanRequest request = new ScanRequest(columns, where(column, EVEN_LENGTH));
          assertEquals(pick(passing, columns), rows(table, request, way.settings()));
        });
  }

  @Property(tries = 1000)
  void anyTextIsReadAsByANaiveReader(@ForAll("noise") String noise, @ForAll("ways") Way way) {
    String text = "a,b\n" + noise;
    List<List<@Nullable String>> records = NaiveCsv.read(text);
    withFile(
        utf8(text),
        file -> {
          Table table = CsvTable.open("t", file, way.options());
          if (records == null) {
            assertThrows(SplException.class, () -> rows(table, way.settings()));
          } else {
            List<List<@Nullable String>> expected = new ArrayList<>();
            for (List<@Nullable String> record : records.subList(1, records.size())) {
              List<@Nullable String> row = new ArrayList<>();
              row.add(record.get(0));
              row.add(record.size() > 1 ? record.get(1) : null);
              expected.add(row);
            }
            assertEquals(expected, rows(table, way.settings()));
          }
          assertEquals(0, TestTables.scanThreads());
        });
  }

  @Property(tries = 400)
  void chunksAreWholeRecordsAndTogetherTheFile(
      @ForAll("noise") String noise, @ForAll @IntRange(min = 1, max = 40) int blockBytes) {
    withFile(
        utf8(noise),
        file -> {
          CsvOptions options = CsvOptions.defaults().withBlockBytes(blockBytes);
          StringBuilder joined = new StringBuilder();
          try (ChunkReader reader = new ChunkReader(CsvInput.open(file), options)) {
            for (Chunk chunk = reader.next(); chunk != null; chunk = reader.next()) {
              int length = chunk.end() - chunk.start();
              String text =
                  new String(chunk.bytes(), chunk.start(), length, StandardCharsets.UTF_8);
              joined.append(text);
              if (joined.length() < noise.length()) {
                assertEquals(0, text.chars().filter(c -> c == '"').count() % 2);
                assertEquals('\n', text.charAt(text.length() - 1));
              }
              reader.recycle(chunk);
            }
          }
          assertEquals(noise, joined.toString());
        });
  }

  @Provide
  Arbitrary<List<List<String>>> grids() {
    Arbitrary<String> cell =
        Arbitraries.of("a", "bc", ",", "\"", "\n", "\r", " ", "é", "日", "😀", "\u0000", "12345678")
            .list()
            .ofMaxSize(8)
            .map(parts -> String.join("", parts));
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(15));
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of(
            "a", "bcdefghij", ",", "\"", "\"\"", "\n", "\r\n", "\r", "é", ",\"", "\",")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Way> ways() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of("\n", "\r\n"),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 80),
            Arbitraries.of(1, 2, 3, 7, 4096),
            Arbitraries.of(1, 3))
        .as(Way::new);
  }

  private static String write(List<List<String>> grid, Way way) {
    int width = grid.get(0).size();
    String header =
        IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String rows =
        grid.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> quoted(cell, way.quoteAll() || width == 1))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining(way.lineEnd()));
    return header + way.lineEnd() + rows + (way.lastLineEnds() ? way.lineEnd() : "");
  }

  private static String quoted(String cell, boolean always) {
    boolean needed = always || cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static @Nullable String cell(String written) {
    return written.isEmpty() ? null : written;
  }

  private static List<List<@Nullable String>> pick(List<List<String>> grid, List<Integer> columns) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (List<String> row : grid) {
      List<@Nullable String> picked = new ArrayList<>();
      columns.forEach(column -> picked.add(cell(row.get(column))));
      rows.add(picked);
    }
    return rows;
  }
}
