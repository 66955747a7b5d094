package karst.table.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.table.ScanContext;
import karst.table.ScanFilter;
import karst.table.ScanFilter.RowPredicate;
import karst.table.ScanRequest;
import karst.table.SelfClosingScan;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** One reading of events: the filter's columns first, the others for the rows that pass. */
final class EventScan extends SelfClosingScan {
  private final EventSegments segments;
  private final Schema schema;
  private final Schema tested;
  private final @Nullable RowPredicate predicate;
  private final ScanContext context;
  private final Deque<Batch> ready = new ArrayDeque<>();

  EventScan(EventSet events, Schema table, ScanRequest request, ScanContext context) {
    this.context = context;
    ScanFilter filter = request.filter();
    schema = project(table, request.columns());
    tested = project(table, filter == null ? List.of() : filter.columns());
    predicate = filter == null ? null : filter.open();
    Set<String> wanted = new HashSet<>(schema.names());
    wanted.addAll(tested.names());
    segments = events.segments(wanted, context);
  }

  private static Schema project(Schema table, List<Integer> columns) {
    List<Column> chosen = columns.stream().map(table::column).toList();
    return new Schema(chosen);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  protected @Nullable Batch advance() {
    while (ready.isEmpty()) {
      context.checkpoint();
      EventSegment segment = segments.next();
      if (segment == null) {
        return null;
      }
      read(segment);
    }
    return ready.poll();
  }

  private void read(EventSegment segment) {
    int size = segment.size();
    Map<String, Vector> decoded = new HashMap<>();
    for (int from = 0; from < size; from += context.batchSize()) {
      int rows = Math.min(context.batchSize(), size - from);
      Selection range = Selection.range(from, rows);
      Selection passing = range;
      if (predicate != null) {
        passing = range.compose(predicate.select(batch(segment, tested, range, decoded)));
      }
      if (passing.size() > 0) {
        ready.add(batch(segment, schema, passing, decoded));
      }
    }
  }

  private static Batch batch(
      EventSegment segment, Schema columns, Selection rows, Map<String, Vector> decoded) {
    List<Vector> vectors = new ArrayList<>();
    for (Column column : columns.columns()) {
      Vector vector = decoded.computeIfAbsent(column.name(), name -> segment.column(column));
      vectors.add(rows.isAll(segment.size()) ? vector : vector.gather(rows));
    }
    return Batch.of(columns, vectors, rows.size());
  }

  @Override
  public void close() {
    segments.close();
    ready.clear();
  }
}
