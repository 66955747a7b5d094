package karst.spark;

import java.util.ArrayList;
import java.util.List;
import karst.table.Scan;
import karst.table.ScanContext;
import karst.table.ScanFilter;
import karst.table.ScanFilter.RowPredicate;
import karst.table.ScanRequest;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of Spark as batches. */
final class SparkScan implements Scan {
  private final Schema table;
  private final List<Row> rows;
  private final ScanRequest request;
  private final ScanContext context;
  private final Schema schema;
  private final @Nullable RowPredicate predicate;
  private int next;

  SparkScan(Schema table, List<Row> rows, ScanRequest request, ScanContext context) {
    this.table = table;
    this.rows = rows;
    this.request = request;
    this.context = context;
    this.schema = project(request.columns());
    ScanFilter filter = request.filter();
    this.predicate = filter == null ? null : filter.open();
  }

  private Schema project(List<Integer> columns) {
    List<Column> chosen = columns.stream().map(table::column).toList();
    return new Schema(chosen);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public @Nullable Batch next() {
    while (next < rows.size()) {
      context.checkpoint();
      int end = Math.min(rows.size(), next + context.batchSize());
      List<Row> part = rows.subList(next, end);
      next = end;
      Selection selected = Selection.all(part.size());
      if (predicate != null && request.filter() != null) {
        selected = predicate.select(batch(part, request.filter().columns()));
      }
      if (selected.size() > 0) {
        return batch(part, request.columns()).select(selected);
      }
    }
    return null;
  }

  private Batch batch(List<Row> part, List<Integer> columns) {
    List<Vector> vectors = new ArrayList<>();
    for (int column : columns) {
      vectors.add(SparkColumn.vector(part, column, table.column(column).type()));
    }
    return Batch.of(project(columns), vectors, part.size());
  }

  @Override
  public void close() {
    next = rows.size();
  }
}
