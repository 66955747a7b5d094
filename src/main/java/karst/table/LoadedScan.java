package karst.table;

import java.util.ArrayList;
import java.util.List;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a loaded table. What a filter says of one column alone is asked once for each
 * distinct text; where that leaves few rows, only these are looked at.
 */
final class LoadedScan implements Scan {
  /** The distinct texts of a column with more are not tried one by one. */
  private static final int MOST_DISTINCT = 1 << 16;

  /** Rows are looked up when they are not more than one in so many. */
  private static final int SELECTIVE = 8;

  private final LoadedTable table;
  private final ScanRequest request;
  private final ScanContext context;
  private final Schema schema;
  private final Schema filterSchema;
  private final List<Integer> tested;
  private final @Nullable RowPredicate predicate;
  private @Nullable Selection candidates;
  private int next;

  LoadedScan(LoadedTable table, ScanRequest request, ScanContext context) {
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
    Selection rows = candidates == null ? candidates() : candidates;
    candidates = rows;
    while (next < rows.size()) {
      context.checkpoint();
      int size = Math.min(context.batchSize(), rows.size() - next);
      Batch batch = read(rows.slice(next, size), rows.size());
      next += size;
      if (batch.rowCount() > 0) {
        return batch;
      }
    }
    return null;
  }

  private Batch read(Selection rows, int expected) {
    if (predicate == null) {
      return Batch.of(schema, columns(request.columns(), rows, expected), rows.size());
    }
    List<Vector> seen = columns(tested, rows, expected);
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

  private List<Vector> columns(List<Integer> indexes, Selection rows, int expected) {
    List<Vector> vectors = new ArrayList<>(indexes.size());
    for (int index : indexes) {
      vectors.add(table.column(index).read(rows, expected));
    }
    return vectors;
  }

  /** Returns the rows to look at, in ascending order. */
  private Selection candidates() {
    ScanFilter filter = request.filter();
    int fewest = table.rows() / SELECTIVE;
    int[] best = null;
    for (int column : tested) {
      if (filter != null
          && table.column(column) instanceof CodedColumn coded
          && coded.distinct() <= MOST_DISTINCT) {
        ScanFilter alone = filter.on(column);
        if (alone != null) {
          int[] rows = rows(coded, column, alone, fewest);
          if (rows != null) {
            best = rows;
            fewest = rows.length;
          }
        }
      }
    }
    return best == null ? Selection.all(table.rows()) : Selection.of(best, best.length);
  }

  /** Returns the rows whose text passes, null when there are more than a number. */
  private int @Nullable [] rows(CodedColumn coded, int column, ScanFilter alone, int most) {
    Schema one = MemoryTable.project(table.schema(), List.of(column));
    int[] codes = coded.passing(alone.open(), one);
    if (codes.length == coded.distinct() + 1) {
      return null;
    }
    Postings postings = coded.postings();
    long count = 0;
    for (int code : codes) {
      count += postings.count(code);
    }
    return count > most ? null : postings.rows(codes);
  }

  @Override
  public void close() {
    candidates = Selection.all(0);
  }
}
