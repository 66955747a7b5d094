package karst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import karst.Row;
import karst.table.parquet.ParquetWriter;
import karst.table.parquet.WrittenColumn;
import karst.table.parquet.WrittenColumn.Kind;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.DoubleVector;
import karst.vector.ListVector;
import karst.vector.MixedVector;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file. The types of its columns follow from the search; where that leaves a
 * column open, from the rows of the first row group.
 */
final class ParquetRowWriter implements RowWriter {
  private final OutputStream out;
  private final Schema columns;
  private List<VectorBuilder> group = new ArrayList<>();
  private int rows;
  private @Nullable ParquetWriter writer;
  private boolean closed;

  ParquetRowWriter(OutputStream out, Schema columns) {
    this.out = out;
    this.columns = columns;
    begin();
  }

  private void begin() {
    group = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      group.add(new VectorBuilder(8));
    }
    rows = 0;
  }

  @Override
  public void write(Row row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      group.get(i).appendValue(row.value(i));
    }
    rows++;
    if (rows == ParquetWriter.ROWS_A_GROUP) {
      flush();
    }
  }

  private ParquetWriter flush() throws IOException {
    List<Vector> vectors = group.stream().map(VectorBuilder::build).toList();
    ParquetWriter known = writer;
    if (known == null) {
      List<WrittenColumn> written = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.column(i);
        written.add(new WrittenColumn(column.name(), kind(column.type(), vectors.get(i))));
      }
      known = new ParquetWriter(out, written);
      writer = known;
    }
    if (rows > 0) {
      known.write(vectors, rows);
    }
    begin();
    return known;
  }

  private static Kind kind(SplType type, Vector first) {
    if (type instanceof SplType.Time) {
      return Kind.TIME;
    }
    if (type.isNumeric()) {
      return Kind.NUMBER;
    }
    if (type instanceof SplType.Multivalue || first instanceof ListVector) {
      return Kind.TEXTS;
    }
    if (first instanceof MixedVector mixed
        && mixed.parts().stream().anyMatch(ListVector.class::isInstance)) {
      return Kind.TEXTS;
    }
    return type instanceof SplType.Dynamic && first instanceof DoubleVector
        ? Kind.NUMBER
        : Kind.TEXT;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flush().finish();
    }
  }
}
