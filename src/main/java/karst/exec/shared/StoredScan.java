package karst.exec.shared;

import java.util.Iterator;
import java.util.List;
import karst.exec.RunContext;
import karst.table.Scan;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Some columns of rows that are kept. */
final class StoredScan implements Scan {
  private final Iterator<Batch> batches;
  private final List<Integer> columns;
  private final Schema schema;
  private final RunContext context;

  StoredScan(List<Batch> batches, List<Integer> columns, Schema schema, RunContext context) {
    this.batches = batches.iterator();
    this.columns = columns;
    this.schema = schema;
    this.context = context;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public @Nullable Batch next() {
    context.checkpoint();
    if (!batches.hasNext()) {
      return null;
    }
    Batch batch = batches.next();
    List<Vector> vectors = columns.stream().map(batch::vector).toList();
    return Batch.of(schema, vectors, batch.rowCount());
  }

  @Override
  public void close() {
    // The rows are not this scan's.
  }
}
