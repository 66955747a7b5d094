package karst.table;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** A table of batches in memory. */
public final class MemoryTable implements Table {
  private final String name;
  private final Schema schema;
  private final List<Batch> batches;

  private MemoryTable(String name, Schema schema, List<Batch> batches) {
    this.name = name;
    this.schema = schema;
    this.batches = List.copyOf(batches);
  }

  /** Returns a builder that takes rows. */
  public static MemoryTableBuilder builder(String name) {
    return new MemoryTableBuilder(name);
  }

  /** Returns a table of batches that all have the same schema. */
  public static MemoryTable of(String name, Schema schema, List<Batch> batches) {
    for (Batch batch : batches) {
      if (!batch.schema().equals(schema)) {
        throw new IllegalArgumentException("a batch of " + batch.schema() + " in " + schema);
      }
    }
    return new MemoryTable(name, schema, batches.stream().map(Batch::packed).toList());
  }

  /**
   * Returns a table of columns.
   *
   * @param columns for each name a {@link Vector}, an array or a list
   * @throws karst.source.SplException if the columns differ in length, or a value has a class that
   *     no field can hold
   */
  public static MemoryTable ofColumns(String name, Map<String, ?> columns) {
    List<MemoryColumn> built = new ArrayList<>();
    for (Map.Entry<String, ?> column : columns.entrySet()) {
      String key = column.getKey();
      MemoryColumn next =
          column.getValue() instanceof Vector vector
              ? MemoryColumn.of(key, vector)
              : MemoryTableBuilder.column(name, key, list(name, key, column.getValue()));
      if (!built.isEmpty() && next.rows() != built.get(0).rows()) {
        throw malformed(
            "column `%s` of table `%s` has %d rows and not %d"
                .formatted(key, name, next.rows(), built.get(0).rows()));
      }
      built.add(next);
    }
    return of(name, built, built.isEmpty() ? 0 : built.get(0).rows());
  }

  /** Returns a table of columns that all have a number of rows. */
  static MemoryTable of(String name, List<MemoryColumn> columns, int rows) {
    Schema schema = new Schema(columns.stream().map(MemoryColumn::column).toList());
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < rows; from += ScanContext.DEFAULT_BATCH_SIZE) {
      int part = batches.size();
      List<Vector> vectors = columns.stream().map(column -> column.parts().get(part)).toList();
      batches.add(Batch.of(schema, vectors, Math.min(ScanContext.DEFAULT_BATCH_SIZE, rows - from)));
    }
    return new MemoryTable(name, schema, batches);
  }

  private static List<@Nullable Object> list(String table, String column, @Nullable Object values) {
    List<@Nullable Object> list = new ArrayList<>();
    if (values instanceof Iterable<?> iterable) {
      iterable.forEach(list::add);
    } else if (values != null && values.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(values); i++) {
        list.add(Array.get(values, i));
      }
    } else {
      throw malformed(
          "column `%s` of table `%s` is neither a vector, an array nor a list"
              .formatted(column, table));
    }
    return list;
  }

  private static SplException malformed(String message) {
    return Diagnostic.error(DiagnosticCode.MALFORMED_DATA, message).toException();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  /** Returns the number of rows. */
  public long rowCount() {
    return batches.stream().mapToLong(Batch::rowCount).sum();
  }

  @Override
  public boolean isResident(ScanContext context) {
    return true;
  }

  @Override
  public Scan scan(ScanRequest request, ScanContext context) {
    return new MemoryScan(schema, batches, request, context);
  }

  /** Returns some columns of a schema. */
  static Schema project(Schema schema, List<Integer> columns) {
    List<Column> chosen = columns.stream().map(schema::column).toList();
    return new Schema(chosen);
  }

  /** Returns some rows of some columns, packed. */
  static Batch slice(Batch batch, Schema projected, List<Integer> columns, int from, int rows) {
    Selection range = Selection.range(from, rows);
    boolean whole = from == 0 && rows == batch.rowCount();
    List<Vector> vectors =
        columns.stream()
            .map(batch::vector)
            .map(vector -> whole ? vector : vector.gather(range))
            .toList();
    return Batch.of(projected, vectors, rows);
  }
}
