package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.hash.GroupTable;
import karst.function.Accumulator;
import karst.vector.Batch;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The groups of some rows and what is known of each. */
final class Grouping {
  private final AggregateNode node;
  private final @Nullable GroupTable table;
  private final List<Accumulator> accumulators = new ArrayList<>();
  private int[] groups = new int[0];

  Grouping(AggregateNode node) {
    this.node = node;
    this.table = node.keys().isEmpty() ? null : new GroupTable(node.keys().size());
    for (AggregateNode.Call call : node.calls()) {
      accumulators.add(call.function().accumulator(call.context()));
    }
  }

  /** Adds rows. */
  void add(Batch batch) {
    int rows = batch.rowCount();
    if (groups.length < rows) {
      groups = new int[rows];
    }
    if (table == null) {
      Arrays.fill(groups, 0, rows, 0);
    } else {
      table.assign(node.keys().stream().map(batch::packed).toList(), rows, groups);
    }
    for (int i = 0; i < accumulators.size(); i++) {
      AggregateNode.Call call = node.calls().get(i);
      Vector argument = column(batch, call.argument());
      accumulators.get(i).add(groups, size(), argument, column(batch, call.time()), rows);
    }
  }

  private static @Nullable Vector column(Batch batch, int column) {
    return column == AggregateNode.NO_COLUMN ? null : batch.packed(column);
  }

  /** Adds the groups of rows that come after those added so far. */
  void merge(Grouping other) {
    int[] here = table == null || other.table == null ? new int[1] : table.adopt(other.table);
    for (int i = 0; i < accumulators.size(); i++) {
      accumulators.get(i).merge(other.accumulators.get(i), here, size());
    }
  }

  /** Returns the number of groups. */
  int size() {
    return table == null ? 1 : table.size();
  }

  /** Returns about how many bytes of memory the groups take. */
  long bytes() {
    long total = table == null ? 0 : table.memory();
    for (Accumulator accumulator : accumulators) {
      total += accumulator.bytes();
    }
    return total;
  }

  /** Returns the groups in the order in which their first rows were added. */
  Batch result() {
    List<Vector> vectors = new ArrayList<>(node.schema().size());
    if (table != null) {
      for (int i = 0; i < node.keys().size(); i++) {
        vectors.add(table.values(i));
      }
    }
    for (Accumulator accumulator : accumulators) {
      vectors.add(accumulator.result(size()));
    }
    return Batch.of(node.schema(), vectors, size());
  }
}
