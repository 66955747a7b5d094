package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows of each combination of some columns (spl-semantics §6.1 dedup).
 *
 * @param input where rows come from
 * @param keys the columns that make a combination
 * @param count how many rows of each to keep
 * @param keepEvents keeps further rows and empties their keys
 * @param keepEmpty keeps every row that lacks a key
 * @param consecutive counts anew whenever the combination changes from one row to the next
 */
public record DedupNode(
    PhysicalNode input,
    List<Integer> keys,
    long count,
    boolean keepEvents,
    boolean keepEmpty,
    boolean consecutive)
    implements PhysicalNode {
  public DedupNode {
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
    List<String> names = keys.stream().map(schema().names()::get).toList();
    return "Dedup(keys="
        + names
        + ", count=["
        + count
        + "]"
        + (keepEvents ? ", keepevents" : "")
        + (keepEmpty ? ", keepempty" : "")
        + (consecutive ? ", consecutive" : "")
        + ")";
  }

  @Override
  public Operator open(RunContext context) {
    return new DedupOperator(this, input.open(context), context);
  }

  /** A running dedup. */
  private static final class DedupOperator implements Operator {
    private final DedupNode node;
    private final Operator input;
    private final RunContext context;
    private final MemoryBudget.Account memory;
    private final GroupTable table;
    private long[] seen = new long[64];
    private int lastGroup = -1;

    DedupOperator(DedupNode node, Operator input, RunContext context) {
      this.node = node;
      this.input = input;
      this.context = context;
      this.memory = context.memory().open("dedup");
      this.table = new GroupTable(node.keys.size());
    }

    @Override
    public @Nullable Batch next() {
      for (Batch batch = input.next(); batch != null; batch = input.next()) {
        context.checkpoint();
        Batch kept = dedup(batch.packed());
        memory.set(table.memory() + 8L * seen.length);
        if (kept.rowCount() > 0) {
          return kept;
        }
      }
      return null;
    }

    private Batch dedup(Batch batch) {
      int rows = batch.rowCount();
      List<Vector> keys = node.keys.stream().map(batch::vector).toList();
      int[] groups = new int[rows];
      table.assign(keys, rows, groups);
      if (seen.length < table.size()) {
        seen = Arrays.copyOf(seen, Math.max(table.size(), seen.length * 2));
      }
      int[] kept = new int[rows];
      boolean[] emptied = new boolean[rows];
      int count = 0;
      for (int row = 0; row < rows; row++) {
        if (lacksKey(keys, row)) {
          if (node.keepEmpty) {
            kept[count++] = row;
          }
        } else if (isFirst(groups[row])) {
          kept[count++] = row;
        } else if (node.keepEvents) {
          emptied[row] = true;
          kept[count++] = row;
        }
      }
      Batch result = node.keepEvents ? withEmptied(batch, emptied) : batch;
      return result.select(Selection.of(kept, count));
    }

    private static boolean lacksKey(List<Vector> keys, int row) {
      for (Vector key : keys) {
        if (key.isNull(row)) {
          return true;
        }
      }
      return false;
    }

    private boolean isFirst(int group) {
      if (node.consecutive && group != lastGroup) {
        seen[group] = 0;
      }
      lastGroup = group;
      return seen[group]++ < node.count;
    }

    private Batch withEmptied(Batch batch, boolean[] emptied) {
      List<Vector> vectors = new ArrayList<>(batch.vectors());
      for (int key : node.keys) {
        VectorBuilder builder = new VectorBuilder(emptied.length);
        for (int row = 0; row < emptied.length; row++) {
          if (emptied[row]) {
            builder.appendNull();
          } else {
            builder.append(batch.vector(key), row);
          }
        }
        vectors.set(key, builder.build());
      }
      return Batch.of(batch.schema(), vectors, emptied.length);
    }

    @Override
    public void close() {
      memory.close();
      input.close();
    }
  }
}
