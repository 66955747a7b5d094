package karst;

import java.util.List;
import karst.exec.Operator;
import karst.table.ScanFilter;
import karst.table.ScanFilter.RowPredicate;
import karst.table.ScanRequest;
import karst.table.SelfClosingScan;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The rows of an operator as a scan of a table. */
final class OperatorScan extends SelfClosingScan {
  private final Operator operator;
  private final List<Integer> columns;
  private final Schema table;
  private final ScanRequest request;
  private final Schema schema;
  private final @Nullable RowPredicate predicate;

  /**
   * Creates a scan.
   *
   * @param columns the columns of the table that the operator's are, in its order
   */
  OperatorScan(Operator operator, List<Integer> columns, Schema table, ScanRequest request) {
    this.operator = operator;
    this.columns = columns;
    this.table = table;
    this.request = request;
    this.schema = project(request.columns());
    ScanFilter filter = request.filter();
    this.predicate = filter == null ? null : filter.open();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  protected @Nullable Batch advance() {
    for (Batch batch = operator.next(); batch != null; batch = operator.next()) {
      Batch passing = passing(batch.packed());
      if (passing.rowCount() > 0) {
        return passing;
      }
    }
    return null;
  }

  private Batch passing(Batch batch) {
    Batch wanted = choose(batch, request.columns(), schema);
    ScanFilter filter = request.filter();
    if (predicate == null || filter == null) {
      return wanted;
    }
    Batch tested = choose(batch, filter.columns(), project(filter.columns()));
    return wanted.select(predicate.select(tested));
  }

  private Batch choose(Batch batch, List<Integer> chosen, Schema names) {
    List<Vector> vectors =
        chosen.stream().map(column -> batch.vector(columns.indexOf(column))).toList();
    return Batch.of(names, vectors, batch.rowCount());
  }

  private Schema project(List<Integer> chosen) {
    List<Column> projected = chosen.stream().map(table::column).toList();
    return new Schema(projected);
  }

  @Override
  public void close() {
    operator.close();
  }
}
