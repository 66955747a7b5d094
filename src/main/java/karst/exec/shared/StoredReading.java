package karst.exec.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import karst.exec.RunContext;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.operator.ScanNode;
import karst.source.Diagnostic;
import karst.table.Scan;
import karst.table.ScanFilter;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a table whose rows are not in memory: those that pass a condition are kept, with the
 * columns that the scans with the condition want.
 */
final class StoredReading implements SharedReading {
  /** Stands for the condition of scans that have none. */
  private static final Object ALL = "all rows";

  private final Table table;
  private final Map<Object, Stored> stored = new LinkedHashMap<>();
  private final SharedMemory memory;
  private final List<Diagnostic> warnings = new ArrayList<>();

  private StoredReading(Table table, SharedMemory memory) {
    this.table = table;
    this.memory = memory;
  }

  /**
   * The rows that pass a condition.
   *
   * @param columns those of the table that are kept
   */
  private record Stored(SharedCondition condition, List<Integer> columns, List<Batch> rows) {
    void release() {
      if (condition.givenUp() != null) {
        rows.clear();
      }
    }
  }

  static StoredReading of(
      Table table, List<SharedTable.Request> requests, SharedMemory memory, RunContext context) {
    StoredReading reading = new StoredReading(table, memory);
    TreeSet<Integer> columns = new TreeSet<>();
    List<RexNode> conditions = new ArrayList<>();
    for (SharedTable.Request request : requests) {
      RexNode condition = request.condition();
      if (condition != null) {
        conditions.add(condition);
      }
      columns.addAll(request.columns());
      SharedCondition shared = new SharedCondition(condition, context.limits().timeout());
      reading.stored.put(key(condition), new Stored(shared, request.columns(), new ArrayList<>()));
    }
    List<Integer> tested = Conditions.columns(conditions);
    columns.addAll(tested);
    ScanFilter filter =
        conditions.size() < requests.size() ? null : new AnyCondition(conditions, tested, context);
    reading.read(new ScanRequest(List.copyOf(columns), filter), context);
    return reading;
  }

  private static Object key(@Nullable RexNode condition) {
    return condition == null ? ALL : condition;
  }

  private void read(ScanRequest request, RunContext context) {
    List<Diagnostic> before = context.warnings();
    EvaluatorFactory factory = EvaluatorFactory.sharing(context.functionContext());
    stored.values().forEach(each -> each.condition().open(factory, request.columns()));
    try (Scan scan = table.scan(request, context)) {
      for (Batch batch = scan.next(); batch != null; batch = scan.next()) {
        context.checkpoint();
        store(batch.packed(), request.columns());
      }
    }
    stored.values().forEach(each -> each.condition().close());
    context.warnings().stream().filter(warning -> !before.contains(warning)).forEach(warnings::add);
  }

  private void store(Batch batch, List<Integer> columns) {
    for (Stored each : stored.values()) {
      Selection rows = each.condition().select(batch);
      if (rows != null && rows.size() > 0) {
        List<Vector> vectors = new ArrayList<>(each.columns().size());
        for (int column : each.columns()) {
          Vector vector = batch.vector(columns.indexOf(column));
          vectors.add(rows.isAll(vector.size()) ? vector : vector.gather(rows));
        }
        Batch kept = Batch.of(schema(each.columns()), vectors, rows.size());
        each.rows().add(kept);
        memory.add(each.condition(), kept);
        stored.values().forEach(Stored::release);
      }
    }
  }

  private Schema schema(List<Integer> columns) {
    List<Column> chosen = columns.stream().map(table.schema()::column).toList();
    return new Schema(chosen);
  }

  @Override
  public @Nullable Scan open(ScanNode scan, RunContext context) {
    RexNode predicate = scan.predicate();
    RexNode condition = predicate == null ? null : Conditions.over(scan, predicate, table.schema());
    List<Integer> columns =
        Conditions.positions(scan.columns(), scan.table().schema(), table.schema());
    if (columns == null || (predicate != null && condition == null)) {
      return null;
    }
    Stored known = stored.get(key(condition));
    if (known == null
        || known.condition().givenUp() != null
        || !known.columns().containsAll(columns)) {
      return null;
    }
    warnings.forEach(context::report);
    List<Integer> positions = columns.stream().map(known.columns()::indexOf).toList();
    return new StoredScan(known.rows(), positions, scan.schema(), context);
  }

  @Override
  public List<String> givenUp() {
    return stored.values().stream()
        .map(each -> each.condition().givenUp())
        .filter(Objects::nonNull)
        .toList();
  }
}
