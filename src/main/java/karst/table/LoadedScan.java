package karst.table;

import java.util.ArrayList;
import java.util.List;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** One reading of some rows of a loaded table. */
final class LoadedScan implements Scan {
  private final LoadedTable table;
  private final ScanRequest request;
  private final ScanContext context;
  private final Schema schema;
  private final Schema filterSchema;
  private final List<Integer> tested;
  private final @Nullable RowPredicate predicate;
  private int expected;
  private Selection rows;
  private @Nullable PassingTexts texts;
  private int next;

  /**
   * Starts a reading.
   *
   * @param rows which rows, in ascending order
   * @param expected about how many rows are read with this one and others like it
   * @param texts which of these rows need not be looked at; null if that is not worth to find out
   */
  LoadedScan(
      LoadedTable table,
      ScanRequest request,
      ScanContext context,
      Selection rows,
      int expected,
      @Nullable PassingTexts texts) {
    this.texts = texts;
    this.rows = rows;
    this.expected = expected;
    this.table = table;
    this.request = request;
    this.context = context;
    ScanFilter filter = request.filter();
    tested = filter == null ? List.of() : filter.columns();
    schema = MemoryTable.project(table.schema(), request.columns());
    filterSchema = MemoryTable.project(table.schema(), tested);
    predicate = filter == null ? null : filter.open();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public @Nullable Batch next() {
    PassingTexts asked = texts;
    if (asked != null) {
      texts = null;
      int before = rows.size();
      rows = asked.rows(rows, context);
      expected = before == 0 ? 0 : (int) ((long) expected * rows.size() / before);
    }
    while (next < rows.size()) {
      context.checkpoint();
      int size = Math.min(context.batchSize(), rows.size() - next);
      Batch batch = read(rows.slice(next, size));
      next += size;
      if (batch.rowCount() > 0) {
        return batch;
      }
    }
    return null;
  }

  private Batch read(Selection rows) {
    if (predicate == null) {
      return Batch.of(schema, columns(request.columns(), rows), rows.size());
    }
    List<Vector> seen = columns(tested, rows);
    Selection passing = predicate.select(Batch.of(filterSchema, seen, rows.size()));
    if (passing.size() == 0) {
      return Batch.of(new Schema(List.of()), List.of(), 0);
    }
    Selection wanted = rows.compose(passing);
    List<Vector> columns = new ArrayList<>(request.columns().size());
    for (int column : request.columns()) {
      int known = tested.indexOf(column);
      columns.add(
          known < 0
              ? table.column(column).read(wanted, expected)
              : seen.get(known).gather(passing));
    }
    return Batch.of(schema, columns, wanted.size());
  }

  private List<Vector> columns(List<Integer> indexes, Selection rows) {
    List<Vector> vectors = new ArrayList<>(indexes.size());
    for (int index : indexes) {
      vectors.add(table.column(index).read(rows, expected));
    }
    return vectors;
  }

  @Override
  public void close() {
    rows = Selection.all(0);
    texts = null;
  }
}
