package karst.table;

import static karst.table.TestTables.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import karst.table.parquet.ParquetWriter;
import karst.table.parquet.WrittenColumn;
import karst.table.parquet.WrittenColumn.Kind;
import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Files that are written here. */
class ParquetProperties {
  private static final List<WrittenColumn> COLUMNS =
      List.of(
          new WrittenColumn("_time", Kind.TIME),
          new WrittenColumn("few", Kind.TEXT),
          new WrittenColumn("many", Kind.TEXT),
          new WrittenColumn("number", Kind.NUMBER),
          new WrittenColumn("list", Kind.TEXTS));

  /** A row as it is written. */
  record Line(
      @Nullable Integer millis,
      @Nullable String few,
      @Nullable String many,
      @Nullable Double number,
      List<String> list) {}

  /** How a table is read. */
  record Way(int batchSize, int threads) {
    ScanSettings settings() {
      return ScanSettings.defaults().withBatchSize(batchSize).withThreads(threads);
    }
  }

  @Property(tries = 200)
  void whatWasWrittenIsRead(@ForAll("groups") List<List<Line>> groups, @ForAll("ways") Way way) {
    withFile(groups, file -> assertEquals(expected(groups), rows(table(file), way.settings())));
  }

  @Property(tries = 200)
  void aScanWithAFilterIsThePlainOneFiltered(
      @ForAll("groups") List<List<Line>> groups,
      @ForAll("ways") Way way,
      @ForAll("conditions") Condition condition) {
    withFile(
        groups,
        file -> {
          Table table = table(file);
          List<List<@Nullable Object>> plain = rows(table, ScanSettings.defaults());
          List<List<@Nullable Object>> passing = plain.stream().filter(condition::passes).toList();
          ScanRequest all = new ScanRequest(List.of(4, 2, 0, 1, 3), condition);
          List<List<@Nullable Object>> reordered =
              passing.stream().map(row -> pick(row, all.columns())).toList();
          assertEquals(reordered, rows(table, all, way.settings()));
          assertEquals(
              reordered,
              table.scanParts(all, way.settings(), 3).stream()
                  .flatMap(part -> rows(part).stream())
                  .toList());
          ScanRequest one = new ScanRequest(List.of(2), condition);
          assertEquals(
              passing.stream().map(row -> pick(row, List.of(2))).toList(),
              rows(table, one, way.settings()));
        });
  }

  @Property(tries = 20)
  void anotherProgramReadsTheSame(@ForAll("groups") List<List<Line>> groups) {
    withFile(
        groups,
        file -> {
          List<String> expected = new ArrayList<>();
          for (List<@Nullable Object> row : expected(groups)) {
            Object list = row.get(4);
            expected.add(
                row.get(1)
                    + "|"
                    + row.get(2)
                    + "|"
                    + (row.get(3) == null)
                    + "|"
                    + (list == null ? 0 : list instanceof List<?> several ? several.size() : 1)
                    + "|"
                    + (row.get(0) instanceof Double time ? Math.round(time * 1e3) : null));
          }
          List<String> found =
              DuckDbFiles.ask(
                      "SELECT few, many, number IS NULL, COALESCE(len(list), 0), epoch_ms(_time) FROM '"
                          + file
                          + "'")
                  .stream()
                  .map(row -> String.join("|", row.stream().map(String::valueOf).toList()))
                  .toList();
          assertEquals(expected, found);
        });
  }

  private static Table table(Path file) {
    return Tables.parquet("t", List.of(file));
  }

  private static List<@Nullable Object> pick(List<@Nullable Object> row, List<Integer> columns) {
    List<@Nullable Object> picked = new ArrayList<>();
    columns.forEach(column -> picked.add(row.get(column)));
    return picked;
  }

  private static List<List<@Nullable Object>> expected(List<List<Line>> groups) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<Line> group : groups) {
      for (Line line : group) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(line.millis() == null ? null : line.millis() / 1e3);
        row.add(line.few());
        row.add(line.many());
        row.add(line.number());
        row.add(
            line.list().isEmpty()
                ? null
                : line.list().size() == 1 ? line.list().get(0) : line.list());
        rows.add(row);
      }
    }
    return rows;
  }

  private static void withFile(List<List<Line>> groups, Consumer<Path> test) {
    try {
      Path file = Files.createTempFile("karst", ".parquet");
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          ParquetWriter writer = new ParquetWriter(out, COLUMNS);
          for (List<Line> group : groups) {
            writer.write(vectors(group), group.size());
          }
          writer.finish();
        }
        test.accept(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Vector> vectors(List<Line> group) {
    List<VectorBuilder> builders =
        IntStream.range(0, COLUMNS.size()).mapToObj(i -> new VectorBuilder(8)).toList();
    for (Line line : group) {
      append(builders.get(0), line.millis() == null ? null : line.millis() / 1e3);
      append(builders.get(1), line.few());
      append(builders.get(2), line.many());
      append(builders.get(3), line.number());
      builders
          .get(4)
          .appendList(StringVector.of(line.list().toArray(new String[0])), 0, line.list().size());
    }
    return builders.stream().map(VectorBuilder::build).toList();
  }

  private static void append(VectorBuilder to, @Nullable Object value) {
    if (value == null) {
      to.appendNull();
    } else if (value instanceof Double number) {
      to.append(number.doubleValue());
    } else {
      to.append(value.toString());
    }
  }

  /** Times from one on, of some texts of the column of few. */
  record Condition(double earliest, List<String> texts, boolean orNull) implements ScanFilter {
    boolean passes(List<@Nullable Object> row) {
      return row.get(0) instanceof Double time && time >= earliest && passes(row.get(1));
    }

    private boolean passes(@Nullable Object text) {
      return text == null ? orNull : texts.contains(text);
    }

    @Override
    public List<Integer> columns() {
      return List.of(1, 0);
    }

    @Override
    public @Nullable NumberRange range(int column) {
      return column == 0 ? new NumberRange(earliest, Double.POSITIVE_INFINITY) : null;
    }

    @Override
    public @Nullable ScanFilter on(int column) {
      return column == 1 ? TestTables.where(1, this::passes) : null;
    }

    @Override
    public RowPredicate open() {
      return batch -> select(batch);
    }

    private Selection select(Batch batch) {
      int[] kept =
          IntStream.range(0, batch.rowCount())
              .filter(
                  row -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    values.add(TestTables.value(batch.vector(1), row));
                    values.add(TestTables.value(batch.vector(0), row));
                    return passes(values);
                  })
              .toArray();
      return Selection.of(kept, kept.length);
    }
  }

  @Provide
  Arbitrary<List<List<Line>>> groups() {
    Arbitrary<String> few = Arbitraries.of("a", "b", "c", "", "ü");
    Arbitrary<Line> line =
        Combinators.combine(
                Arbitraries.integers().between(-5000, 5000).injectNull(0.2),
                few.injectNull(0.2),
                Arbitraries.strings().ascii().ofMaxLength(12).injectNull(0.1),
                Arbitraries.doubles().injectNull(0.2),
                few.list().ofMaxSize(3))
            .as(Line::new);
    return line.list().ofMinSize(1).ofMaxSize(40).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Way> ways() {
    return Combinators.combine(Arbitraries.of(1, 3, 4096), Arbitraries.of(1, 2)).as(Way::new);
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Combinators.combine(
            Arbitraries.of(-6.0, 0.0, 4.5, 9.0),
            Arbitraries.of("a", "b", "c", "", "x").list().ofMaxSize(2),
            Arbitraries.of(true, false))
        .as(Condition::new);
  }
}
