package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.vector.Batch;
import karst.vector.Schema;
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
    boolean divisible = calls.stream().allMatch(call -> call.function().exactInParts());
    List<Operator> parts = input.openParts(context, divisible ? context.threads() : 1);
    return new AggregateOperator(this, parts, context);
  }

  /**
   * A running aggregation: it reads everything, then hands out the groups. Each part of the input
   * is grouped by a thread of its own, and the parts' groups are merged in the order of the parts.
   */
  private static final class AggregateOperator implements Operator {
    private final AggregateNode node;
    private final List<Operator> parts;
    private final RunContext context;
    private final MemoryBudget.Account memory;
    private @Nullable Slices result;

    AggregateOperator(AggregateNode node, List<Operator> parts, RunContext context) {
      this.node = node;
      this.parts = parts;
      this.context = context;
      this.memory = context.memory().open("the aggregation");
    }

    @Override
    public @Nullable Batch next() {
      if (result == null) {
        result = new Slices(aggregate(), context.batchSize());
      }
      return result.next();
    }

    private Batch aggregate() {
      List<PartGrouping> readers = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        readers.add(new PartGrouping(node, parts.size(), context, memory));
      }
      Parts.read(parts, readers);
      if (readers.stream().anyMatch(PartGrouping::isKept)
          && readers.stream().allMatch(PartGrouping::isOpen)) {
        List<Batch> rows = readers.stream().map(PartGrouping::keptRows).toList();
        Batch groups = PartitionedGrouping.group(node, rows, context, memory);
        if (groups != null) {
          memory.set(groups.bytes());
          return groups;
        }
      }
      return merged(readers);
    }

    private Batch merged(List<PartGrouping> readers) {
      Grouping all = readers.get(0).grouped();
      for (PartGrouping later : readers.subList(1, readers.size())) {
        context.checkpoint();
        all.merge(later.grouped());
      }
      memory.set(all.bytes());
      return all.result();
    }

    @Override
    public void close() {
      memory.close();
      Parts.close(parts);
    }
  }
}
