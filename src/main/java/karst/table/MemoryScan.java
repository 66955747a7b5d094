package karst.table;

import java.util.List;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import org.jspecify.annotations.Nullable;

/** One reading of a table in memory; batches that are not larger than asked for are not copied. */
final class MemoryScan implements Scan {
  private final List<Batch> batches;
  private final ScanRequest request;
  private final ScanContext context;
  private final Schema schema;
  private final Schema filterSchema;
  private final List<Integer> tested;
  private final @Nullable RowPredicate predicate;
  private int nextBatch;
  private int nextRow;

  MemoryScan(Schema table, List<Batch> batches, ScanRequest request, ScanContext context) {
    this.batches = batches;
    this.request = request;
    this.context = context;
    ScanFilter filter = request.filter();
    tested = filter == null ? List.of() : filter.columns();
    schema = MemoryTable.project(table, request.columns());
    filterSchema = MemoryTable.project(table, tested);
    predicate = filter == null ? null : filter.open();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public @Nullable Batch next() {
    while (nextBatch < batches.size()) {
      context.checkpoint();
      Batch batch = batches.get(nextBatch);
      int from = nextRow;
      int rows = Math.min(batch.rowCount() - from, context.batchSize());
      nextRow += rows;
      if (nextRow == batch.rowCount()) {
        nextBatch++;
        nextRow = 0;
      }
      Selection selected = Selection.all(rows);
      if (predicate != null && rows > 0) {
        selected = predicate.select(MemoryTable.slice(batch, filterSchema, tested, from, rows));
      }
      if (selected.size() > 0) {
        return MemoryTable.slice(batch, schema, request.columns(), from, rows).select(selected);
      }
    }
    return null;
  }

  @Override
  public void close() {
    nextBatch = batches.size();
  }
}
