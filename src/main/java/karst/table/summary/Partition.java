package karst.table.summary;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import karst.table.parquet.ParquetWriter;
import karst.table.parquet.WrittenColumn;
import karst.vector.Column;
import karst.vector.DoubleVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The rows of one span of time that wait to be written, in the order in which they came. */
final class Partition {
  private static final int BLOCK = 1 << 16;

  private final Schema schema;
  private final int timeColumn;
  private final List<BufferedColumn> columns = new ArrayList<>();
  private int rows;

  /**
   * Creates a partition.
   *
   * @param timeColumn the index of the time; -1 for none
   */
  Partition(Schema schema, int timeColumn) {
    this.schema = schema;
    this.timeColumn = timeColumn;
    for (Column column : schema.columns()) {
      columns.add(BufferedColumn.of(column.type()));
    }
  }

  void append(List<Vector> vectors, Selection chosen) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).append(vectors.get(i), chosen);
    }
    rows += chosen.size();
  }

  int rows() {
    return rows;
  }

  long memory() {
    return columns.stream().mapToLong(BufferedColumn::memory).sum();
  }

  /**
   * Writes the rows in the order of their times, those of one time as they came, and makes sure
   * that they are on the disk.
   */
  SummaryFile write(SummaryFolder folder, String name) throws IOException {
    Path part = folder.part(name);
    List<Vector> vectors = columns.stream().map(BufferedColumn::vector).toList();
    List<WrittenColumn> written = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      written.add(new WrittenColumn(schema.column(i).name(), columns.get(i).kind()));
    }
    Selection order = order();
    try (FileOutputStream file = new FileOutputStream(part.toFile());
        OutputStream out = new BufferedOutputStream(file, BLOCK)) {
      ParquetWriter writer = new ParquetWriter(out, written);
      for (int from = 0; from < rows; from += ParquetWriter.ROWS_A_GROUP) {
        Selection group = order.slice(from, Math.min(ParquetWriter.ROWS_A_GROUP, rows - from));
        writer.write(vectors.stream().map(vector -> vector.gather(group)).toList(), group.size());
      }
      writer.finish();
      file.getFD().sync();
    }
    Bounds bounds = bounds();
    return new SummaryFile(name, rows, Files.size(part), bounds.least(), bounds.most());
  }

  private record Bounds(@Nullable Double least, @Nullable Double most) {}

  private Bounds bounds() {
    if (timeColumn < 0) {
      return new Bounds(null, null);
    }
    DoubleVector times = (DoubleVector) columns.get(timeColumn).vector();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      if (!times.isNull(row)) {
        least = Math.min(least, times.values()[row]);
        most = Math.max(most, times.values()[row]);
      }
    }
    return least > most ? new Bounds(null, null) : new Bounds(least, most);
  }

  private Selection order() {
    if (timeColumn < 0) {
      return Selection.all(rows);
    }
    DoubleVector times = (DoubleVector) columns.get(timeColumn).vector();
    boolean sorted = true;
    for (int row = 1; row < rows && sorted; row++) {
      sorted = time(times, row - 1) <= time(times, row);
    }
    if (sorted) {
      return Selection.all(rows);
    }
    int[] order =
        IntStream.range(0, rows)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> time(times, row)))
            .mapToInt(Integer::intValue)
            .toArray();
    return Selection.of(order, order.length);
  }

  private static double time(DoubleVector times, int row) {
    return times.isNull(row) ? Double.NEGATIVE_INFINITY : times.values()[row];
  }
}
