package karst.exec.operator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import karst.exec.MemoryBudget;
import karst.exec.RunContext;
import karst.exec.Workers;
import karst.exec.hash.GroupOrder;
import karst.exec.hash.PartitionGroups;
import karst.exec.hash.PartitionedKeys;
import karst.function.Accumulator;
import karst.vector.Batch;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows that are all in memory, a partition of the groups at a time on each thread. No groups
 * are merged, and each group gets its rows in their order: the result is the same whatever the
 * number of threads.
 */
final class PartitionedGrouping {
  private final AggregateNode node;
  private final List<Batch> parts;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private final PartitionedKeys keys;
  private final @Nullable Partition[] partitions;

  /** The groups of a partition and what is known of each. */
  private record Partition(PartitionGroups groups, List<Vector> results) {}

  private PartitionedGrouping(
      AggregateNode node, List<Batch> parts, RunContext context, MemoryBudget.Account memory) {
    this.node = node;
    this.parts = parts;
    this.context = context;
    this.memory = memory;
    keys = new PartitionedKeys(node.keys().size(), parts.stream().map(Batch::rowCount).toList());
    partitions = new Partition[keys.count()];
  }

  /** Returns whether an aggregation may be made of many small ones. */
  static boolean suits(AggregateNode node) {
    return !node.keys().isEmpty();
  }

  /**
   * Groups rows.
   *
   * @param parts the rows, packed
   * @return the groups in the order of their first rows; null if they cannot be grouped so
   */
  static @Nullable Batch group(
      AggregateNode node, List<Batch> parts, RunContext context, MemoryBudget.Account memory) {
    if (!node.calls().stream().allMatch(call -> isCheap(call, parts))) {
      return null;
    }
    return new PartitionedGrouping(node, parts, context, memory).group();
  }

  /** Whether many states of an aggregation take no more than one. */
  private static boolean isCheap(AggregateNode.Call call, List<Batch> parts) {
    if (call.argument() == AggregateNode.NO_COLUMN) {
      return true;
    }
    Set<Dictionary> dictionaries = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Batch part : parts) {
      if (part.vector(call.argument()) instanceof DictionaryVector coded) {
        dictionaries.add(coded.dictionary());
      }
    }
    return dictionaries.isEmpty() || (dictionaries.size() == 1 && call.function().isLean());
  }

  private @Nullable Batch group() {
    long rows = parts.stream().mapToLong(Batch::rowCount).sum();
    memory.add(rows * keys.bytesOfRow());
    int threads = context.threads();
    Workers.run(
        threads,
        parts.size(),
        part -> keys.encode(part, node.keys().stream().map(parts.get(part)::vector).toList()));
    if (!keys.unify()) {
      return null;
    }
    Workers.run(threads, parts.size(), keys::deal);
    Workers.run(threads, partitions.length, this::group);
    return result(threads);
  }

  private void group(int number) {
    context.checkpoint();
    PartitionGroups groups = keys.open(number);
    List<Accumulator> accumulators = new ArrayList<>();
    for (AggregateNode.Call call : node.calls()) {
      accumulators.add(call.function().accumulator(call.context()));
    }
    int[] groupOf = new int[0];
    for (int part = 0; part < parts.size(); part++) {
      Selection rows = keys.rows(part, number);
      if (groupOf.length < rows.size()) {
        groupOf = new int[rows.size()];
      }
      groups.assign(part, groupOf);
      Gathered columns = new Gathered(parts.get(part), rows);
      for (int i = 0; i < accumulators.size(); i++) {
        AggregateNode.Call call = node.calls().get(i);
        accumulators
            .get(i)
            .add(
                groupOf,
                groups.size(),
                columns.of(call.argument()),
                columns.of(call.time()),
                rows.size());
      }
    }
    List<Vector> results = new ArrayList<>();
    long bytes = groups.memory();
    for (Accumulator accumulator : accumulators) {
      Vector result = accumulator.result(groups.size());
      results.add(result);
      bytes += result.bytes();
    }
    memory.add(bytes);
    partitions[number] = new Partition(groups, results);
  }

  /** Columns of some rows, each gathered once. */
  private static final class Gathered {
    private final Batch part;
    private final Selection rows;
    private final @Nullable Vector[] known;

    Gathered(Batch part, Selection rows) {
      this.part = part;
      this.rows = rows;
      known = new Vector[part.vectors().size()];
    }

    @Nullable Vector of(int column) {
      if (column == AggregateNode.NO_COLUMN) {
        return null;
      }
      Vector gathered = known[column];
      if (gathered == null) {
        gathered = part.vector(column).gather(rows);
        known[column] = gathered;
      }
      return gathered;
    }
  }

  private Batch result(int threads) {
    List<PartitionGroups> groups = new ArrayList<>();
    List<List<Vector>> results = new ArrayList<>();
    for (int call = 0; call < node.calls().size(); call++) {
      results.add(new ArrayList<>());
    }
    for (Partition partition : partitions) {
      if (partition != null) {
        groups.add(partition.groups());
        for (int call = 0; call < results.size(); call++) {
          results.get(call).add(partition.results().get(call));
        }
      }
    }
    GroupOrder order = keys.order(groups);
    int width = node.keys().size();
    Vector[] columns = new Vector[node.schema().size()];
    Workers.run(
        threads,
        columns.length,
        column ->
            columns[column] =
                column < width
                    ? keys.values(column, order.words())
                    : joined(results.get(column - width)).gather(order.places()));
    return Batch.of(node.schema(), List.of(columns), order.words().length);
  }

  private static Vector joined(List<Vector> vectors) {
    ColumnBuffer all = new ColumnBuffer();
    vectors.forEach(all::append);
    return all.build();
  }
}
