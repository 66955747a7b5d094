package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows by the text of their keys and aggregates each group. Groups come out in the order in
 * which their first rows came in.
 *
 * @param input where rows come from
 * @param keys the key columns; none for one group of all rows, also when there is no row
 * @param calls the aggregations
 * @param schema keys, then aggregations
 */
public record AggregateNode(PhysicalNode input, List<Integer> keys, List<Call> calls, Schema schema)
    implements PhysicalNode {
  /** A column index that stands for "none". */
  public static final int NO_COLUMN = -1;

  public AggregateNode {
    keys = List.copyOf(keys);
    calls = List.copyOf(calls);
  }

  /**
   * An aggregation.
   *
   * @param function its declaration
   * @param context what is known of the argument
   * @param argument the aggregated column, or {@link #NO_COLUMN}
   * @param time the column of {@code _time}, or {@link #NO_COLUMN}
   */
  public record Call(
      AggregateFunction function, AggregateContext context, int argument, int time) {}

  @Override
  public List<PhysicalNode> inputs() {
    return List.of(input);
  }

  @Override
  public String describe() {
    List<String> names = input.schema().names();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      String argument = call.argument() == NO_COLUMN ? "" : names.get(call.argument());
      parts.add(
          schema.column(keys.size() + i).name() + "=[" + call.function() + "(" + argument + ")]");
    }
    List<String> by = keys.stream().map(names::get).toList();
    return "HashAggregate(by="
        + by
        + (parts.isEmpty() ? "" : ", ")
        + String.join(", ", parts)
        + ")";
  }

  @Override
  public Operator open(RunContext context) {
    return new AggregateOperator(this, input.open(context), context);
  }

  /** A running aggregation: it reads everything, then hands out the groups. */
  private static final class AggregateOperator implements Operator {
    private final AggregateNode node;
    private final Operator input;
    private final RunContext context;
    private final MemoryBudget.Account memory;
    private final @Nullable GroupTable table;
    private final List<Accumulator> accumulators = new ArrayList<>();
    private @Nullable Batch result;
    private int handedOut;

    AggregateOperator(AggregateNode node, Operator input, RunContext context) {
      this.node = node;
      this.input = input;
      this.context = context;
      this.memory = context.memory().open("the aggregation");
      this.table = node.keys.isEmpty() ? null : new GroupTable(node.keys.size());
      for (Call call : node.calls) {
        accumulators.add(call.function().accumulator(call.context()));
      }
    }

    @Override
    public @Nullable Batch next() {
      if (result == null) {
        result = aggregate();
      }
      int left = result.rowCount() - handedOut;
      if (left == 0) {
        return null;
      }
      int rows = Math.min(left, context.batchSize());
      Batch part = result.select(Selection.range(handedOut, rows));
      handedOut += rows;
      return part;
    }

    private Batch aggregate() {
      int[] groups = new int[0];
      for (Batch batch = input.next(); batch != null; batch = input.next()) {
        context.checkpoint();
        int rows = batch.rowCount();
        if (groups.length < rows) {
          groups = new int[rows];
        }
        add(batch, rows, groups);
        memory.set(bytes());
      }
      input.close();
      return result();
    }

    private void add(Batch batch, int rows, int[] groups) {
      if (table == null) {
        Arrays.fill(groups, 0, rows, 0);
      } else {
        table.assign(node.keys.stream().map(batch::packed).toList(), rows, groups);
      }
      int groupCount = groupCount();
      for (int i = 0; i < accumulators.size(); i++) {
        Call call = node.calls.get(i);
        Vector argument = call.argument() == NO_COLUMN ? null : batch.packed(call.argument());
        Vector time = call.time() == NO_COLUMN ? null : batch.packed(call.time());
        accumulators.get(i).add(groups, groupCount, argument, time, rows);
      }
    }

    private int groupCount() {
      return table == null ? 1 : table.size();
    }

    private long bytes() {
      long total = table == null ? 0 : table.memory();
      for (Accumulator accumulator : accumulators) {
        total += accumulator.bytes();
      }
      return total;
    }

    private Batch result() {
      int count = groupCount();
      List<Vector> vectors = new ArrayList<>(node.schema.size());
      if (table != null) {
        for (int i = 0; i < node.keys.size(); i++) {
          vectors.add(table.values(i));
        }
      }
      for (Accumulator accumulator : accumulators) {
        vectors.add(accumulator.result(count));
      }
      return Batch.of(node.schema, vectors, count);
    }

    @Override
    public void close() {
      memory.close();
      input.close();
    }
  }
}
