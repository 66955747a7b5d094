package karst.exec.shared;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import karst.exec.RunContext;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.operator.ScanNode;
import karst.table.Scan;
import karst.table.ScanFilter;
import karst.table.ScanRequest;
import karst.table.Table;
import karst.vector.Batch;
import karst.vector.Selection;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a table in memory: for each condition it is known which rows pass, so that a scan
 * with the condition goes to these at once, whatever columns it wants.
 */
final class RecordedReading implements SharedReading {
  private static final long BYTES_A_BATCH = 32;

  private final Table table;
  private final Map<RexNode, Passing> passing = new LinkedHashMap<>();
  private final SharedMemory memory;

  private RecordedReading(Table table, SharedMemory memory) {
    this.table = table;
    this.memory = memory;
  }

  /** The rows that pass a condition, batch by batch. */
  private record Passing(SharedCondition condition, List<Selection> batches) {}

  static RecordedReading of(
      Table table, List<SharedTable.Request> requests, SharedMemory memory, RunContext context) {
    RecordedReading reading = new RecordedReading(table, memory);
    for (SharedTable.Request request : requests) {
      RexNode condition = request.condition();
      if (condition != null) {
        SharedCondition shared = new SharedCondition(condition, context.limits().timeout());
        reading.passing.put(condition, new Passing(shared, new ArrayList<>()));
      }
    }
    if (!reading.passing.isEmpty()) {
      reading.read(context);
    }
    return reading;
  }

  private void read(RunContext context) {
    List<Integer> tested = Conditions.columns(List.copyOf(passing.keySet()));
    EvaluatorFactory factory = EvaluatorFactory.sharing(context.functionContext());
    passing.values().forEach(each -> each.condition().open(factory, tested));
    ScanRequest request = new ScanRequest(List.of(), new Filter(tested, this::record));
    try (Scan scan = table.scan(request, context)) {
      while (scan.next() != null) {
        context.checkpoint();
      }
    }
    passing.values().forEach(each -> each.condition().close());
  }

  /** Keeps which rows pass, and lets none of them on. */
  private Selection record(Batch batch) {
    for (Passing each : passing.values()) {
      Selection rows = each.condition().select(batch);
      if (rows != null) {
        each.batches().add(rows);
        memory.add(
            each.condition(), BYTES_A_BATCH + (rows.isAll(rows.size()) ? 0 : 4L * rows.size()));
      } else {
        each.batches().clear();
      }
    }
    return Selection.all(0);
  }

  @Override
  public @Nullable Scan open(ScanNode scan, RunContext context) {
    RexNode predicate = scan.predicate();
    RexNode condition = predicate == null ? null : Conditions.over(scan, predicate, table.schema());
    Passing known = condition == null ? null : passing.get(condition);
    if (known == null || known.condition().givenUp() != null) {
      return null;
    }
    Iterator<Selection> batches = known.batches().iterator();
    ScanFilter filter = new Filter(List.of(), batch -> batches.next());
    return scan.table().scan(new ScanRequest(scan.columns(), filter), context);
  }

  @Override
  public List<String> givenUp() {
    return passing.values().stream()
        .map(each -> each.condition().givenUp())
        .filter(Objects::nonNull)
        .toList();
  }

  /** A filter of a table in memory, which asks it about one batch after the other. */
  private record Filter(List<Integer> columns, RowPredicate predicate) implements ScanFilter {
    @Override
    public RowPredicate open() {
      return predicate;
    }
  }
}
