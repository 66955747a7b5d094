package karst.exec.operator;

import java.util.List;
import java.util.stream.Collectors;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.Workers;
import karst.plan.OrderKey;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * Sorts all rows, stable; nulls come last whatever the direction (spl-semantics §6.1 sort).
 *
 * @param input where rows come from
 * @param keys the columns to sort by, the first counts most
 * @param limit how many rows to keep, or {@link #ALL}
 */
public record SortNode(PhysicalNode input, List<OrderKey> keys, long limit)
    implements PhysicalNode {
  /** A limit that keeps every row. */
  public static final long ALL = Long.MAX_VALUE;

  public SortNode {
    keys = List.copyOf(keys);
  }

  @Override
  public Schema schema() {
    return input.schema();
  }

  @Override
  public List<PhysicalNode> inputs() {
    return List.of(input);
  }

  @Override
  public String describe() {
    String by =
        keys.stream().map(key -> key.describe(schema().names())).collect(Collectors.joining(", "));
    return "Sort(by=[" + by + "]" + (limit == ALL ? "" : ", limit=[" + limit + "]") + ")";
  }

  @Override
  public Operator open(RunContext context) {
    int threads = context.threads();
    return new BlockingOperator("the sort", input.open(context), input.schema(), context) {
      @Override
      Batch transform(Batch all) {
        int[] order = RowSorter.sort(all, keys, threads);
        int rows = (int) Math.min(limit, order.length);
        return gathered(all, Selection.of(order, rows), threads);
      }
    };
  }

  private static Batch gathered(Batch all, Selection rows, int threads) {
    Vector[] columns = new Vector[all.vectors().size()];
    Workers.run(
        rows.size() < Workers.WORTH ? 1 : threads,
        columns.length,
        column -> columns[column] = all.vector(column).gather(rows));
    return Batch.of(all.schema(), List.of(columns), rows.size());
  }
}
