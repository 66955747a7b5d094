package karst.exec.operator;

import java.util.List;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a small table that a command makes of all of its rows. */
final class RowWriter {
  private final Schema schema;
  private final List<VectorBuilder> columns;

  RowWriter(Schema schema) {
    this.schema = schema;
    this.columns = schema.columns().stream().map(column -> new VectorBuilder(16)).toList();
  }

  /** Appends a row: for each column a text, a number or null. */
  void append(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        columns.get(i).appendNull();
      } else if (value instanceof Number number) {
        columns.get(i).append(number.doubleValue());
      } else {
        columns.get(i).append(value.toString());
      }
    }
  }

  Batch build() {
    List<Vector> vectors = columns.stream().map(VectorBuilder::build).toList();
    return Batch.of(schema, vectors, vectors.get(0).size());
  }
}
