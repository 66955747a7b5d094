package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Sets the fields that a text of each row names, such as the keys of JSON: data decide which
 * columns there are, so the rows so far are run first. A field that a row's text does not name
 * stays.
 */
public final class ExtractedFields {
  /** More fields than this are a mistake rather than a table. */
  private static final int MAX_FIELDS = 10_000;

  private final PlanBuilder plan;
  private final Span span;

  /** Finds the fields that a text names. */
  @FunctionalInterface
  public interface Extractor {
    /** Hands out name and value of each field; a name that comes again has several values. */
    void extract(String text, BiConsumer<String, String> out);
  }

  /** What becomes of a field that a row has already, where its text names one as well. */
  public enum Known {
    /** It is set anew. */
    REPLACED,
    /** It stays. */
    KEPT,
    /** It has the values of both. */
    EXTENDED
  }

  /**
   * Creates the extraction over a plan.
   *
   * @param span the command, for messages
   */
  public ExtractedFields(PlanBuilder plan, Span span) {
    this.plan = plan;
    this.span = span;
  }

  /** Extracts from the text of a column; what a row has already is set anew. */
  public void extract(int column, Extractor extractor) {
    extract(column, Known.REPLACED, extractor);
  }

  /** Extracts from the text of a column. */
  public void extract(int column, Known known, Extractor extractor) {
    Schema before = TypeMapping.schemaOf(plan.node().getRowType());
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(before);
      return;
    }
    Map<String, Integer> positions = new LinkedHashMap<>();
    before.names().forEach(name -> positions.put(name, positions.size()));
    List<Column> columns = new ArrayList<>(before.columns());
    List<Map<String, Vector>> extracted = new ArrayList<>();
    for (Batch batch : rows.batches()) {
      Map<String, Vector> fields = extracted(batch, column, extractor);
      for (String name : fields.keySet()) {
        Column dynamic = new Column(name, SplType.DYNAMIC);
        Integer position = positions.putIfAbsent(name, columns.size());
        if (position == null) {
          columns.add(dynamic);
        } else {
          columns.set(position, dynamic);
        }
      }
      checkCount(columns.size() - before.size());
      extracted.add(fields);
    }
    Schema schema = new Schema(columns);
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < extracted.size(); i++) {
      batches.add(merged(rows.batches().get(i), extracted.get(i), schema, before.size(), known));
    }
    plan.resume(new StageRows(schema, batches));
  }

  private static Map<String, Vector> extracted(Batch batch, int column, Extractor extractor) {
    Vector texts = batch.vector(column);
    Map<String, VectorBuilder> builders = new LinkedHashMap<>();
    for (int row = 0; row < batch.rowCount(); row++) {
      String text = TextOf.row(texts, row);
      Map<String, VectorBuilder> values = new LinkedHashMap<>();
      if (text != null) {
        extractor.extract(
            text,
            (name, value) ->
                values.computeIfAbsent(name, key -> new VectorBuilder(1)).append(value));
      }
      for (Map.Entry<String, VectorBuilder> field : values.entrySet()) {
        VectorBuilder builder =
            builders.computeIfAbsent(field.getKey(), key -> new VectorBuilder(batch.rowCount()));
        pad(builder, row);
        int count = field.getValue().size();
        builder.appendList(field.getValue().build(), 0, count);
      }
    }
    Map<String, Vector> vectors = new LinkedHashMap<>();
    builders.forEach(
        (name, builder) -> {
          pad(builder, batch.rowCount());
          vectors.put(name, builder.build());
        });
    return vectors;
  }

  private static void pad(VectorBuilder builder, int rows) {
    while (builder.size() < rows) {
      builder.appendNull();
    }
  }

  private static Batch merged(
      Batch batch, Map<String, Vector> extracted, Schema schema, int width, Known known) {
    int rows = batch.rowCount();
    List<Vector> vectors = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      Vector old = column < width ? batch.vector(column) : new NullVector(rows);
      Vector found = extracted.get(schema.column(column).name());
      vectors.add(found == null ? old : merged(found, old, rows, known));
    }
    return Batch.of(schema, vectors, rows);
  }

  private static Vector merged(Vector found, Vector old, int rows, Known known) {
    VectorBuilder builder = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      if (found.isNull(row) || old.isNull(row)) {
        builder.append(found.isNull(row) ? old : found, row);
        continue;
      }
      switch (known) {
        case REPLACED -> builder.append(found, row);
        case KEPT -> builder.append(old, row);
        case EXTENDED -> {
          VectorBuilder values = new VectorBuilder(2);
          appendValues(old, row, values);
          appendValues(found, row, values);
          int count = values.size();
          builder.appendList(values.build(), 0, count);
        }
      }
    }
    return builder.build();
  }

  private static void appendValues(Vector vector, int row, VectorBuilder out) {
    if (vector.kindAt(row) == Kind.LIST) {
      out.appendAll(vector.listAt(row));
    } else {
      out.append(vector, row);
    }
  }

  private void checkCount(int count) {
    if (count > MAX_FIELDS) {
      throw Diagnostic.error(
              DiagnosticCode.MEMORY_LIMIT,
              "the rows name more than " + MAX_FIELDS + " fields to extract")
          .at(plan.context().diagnostics().map(), span)
          .toException();
    }
  }
}
