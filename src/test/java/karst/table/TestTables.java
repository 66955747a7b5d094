package karst.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Files, filters and rows for tests of tables. */
final class TestTables {
  private TestTables() {}

  /** Gives a file of some bytes to a test and deletes it afterwards. */
  static void withFile(byte[] content, Consumer<Path> test) {
    try {
      Path file = Files.createTempFile("karst", ".csv");
      try {
        Files.write(file, content);
        test.accept(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return compressed.toByteArray();
  }

  static List<Integer> allColumns(Table table) {
    return IntStream.range(0, table.schema().size()).boxed().toList();
  }

  static List<List<@Nullable Object>> rows(Table table, ScanSettings settings) {
    return rows(table, ScanRequest.of(allColumns(table)), settings);
  }

  static List<List<@Nullable Object>> rows(
      Table table, ScanRequest request, ScanSettings settings) {
    return rows(table.scan(request, settings));
  }

  /** Reads a scan to its end, each batch before the next one is asked for. */
  static List<List<@Nullable Object>> rows(Scan opened) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Scan scan = opened) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        for (int i = 0; i < batch.rowCount(); i++) {
          List<@Nullable Object> row = new ArrayList<>();
          for (Vector vector : batch.vectors()) {
            row.add(value(vector, batch.selection().row(i)));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  static List<Batch> batches(Table table, ScanRequest request, ScanSettings settings) {
    List<Batch> batches = new ArrayList<>();
    try (Scan scan = table.scan(request, settings)) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        batches.add(batch);
      }
    }
    return batches;
  }

  static @Nullable Object value(Vector vector, int row) {
    Kind kind = vector.kindAt(row);
    return switch (kind) {
      case NULL -> null;
      case NUMBER -> vector.numberAt(row);
      case TEXT -> vector.textAt(row);
      case BOOLEAN -> vector.booleanAt(row);
      case LIST -> list(vector.listAt(row));
    };
  }

  private static List<@Nullable Object> list(Vector elements) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      list.add(value(elements, i));
    }
    return list;
  }

  /** Returns a filter by the values of one column. */
  static ScanFilter where(int column, Predicate<@Nullable Object> test) {
    return new ScanFilter() {
      @Override
      public List<Integer> columns() {
        return List.of(column);
      }

      @Override
      public RowPredicate open() {
        return batch ->
            Selection.of(
                IntStream.range(0, batch.rowCount())
                    .filter(row -> test.test(value(batch.vector(0), row)))
                    .toArray(),
                (int)
                    IntStream.range(0, batch.rowCount())
                        .filter(row -> test.test(value(batch.vector(0), row)))
                        .count());
      }
    };
  }

  /** Returns the number of threads that scans have left. */
  static long scanThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("karst-scan"))
        .count();
  }
}
