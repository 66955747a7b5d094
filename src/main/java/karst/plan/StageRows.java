package karst.plan;

import java.util.ArrayList;
import java.util.List;
import karst.table.MemoryTable;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * The rows of a part of a search that was run so that the rest can be planned.
 *
 * @param schema their columns
 * @param batches the rows, packed, in order
 */
public record StageRows(Schema schema, List<Batch> batches) {
  public StageRows {
    batches = List.copyOf(batches);
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return batches.stream().mapToInt(Batch::rowCount).sum();
  }

  /** Returns all rows as one batch. */
  public Batch whole() {
    List<Vector> columns = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      VectorBuilder builder = new VectorBuilder(rowCount());
      for (Batch batch : batches) {
        builder.appendAll(batch.vector(column));
      }
      columns.add(builder.build());
    }
    return Batch.of(schema, columns, rowCount());
  }

  /** Returns the first rows, at most a number of them. */
  public StageRows first(int count) {
    List<Batch> kept = new ArrayList<>();
    int left = count;
    for (Batch batch : batches) {
      int rows = Math.min(left, batch.rowCount());
      if (rows > 0) {
        kept.add(batch.select(batch.selection().slice(0, rows)).packed());
      }
      left -= rows;
    }
    return new StageRows(schema, kept);
  }

  /** Returns the rows as a table that later parts of the search read. */
  MemoryTable asTable(String name) {
    return MemoryTable.of(name, schema, batches);
  }
}
