package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.plan.rel.SplJoin;
import karst.type.Numbers;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.TextOf;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** A running hash join. */
final class JoinOperator implements Operator {
  private final JoinNode node;
  private final Operator left;
  private final Operator right;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private final MemoryBudget.Account rightMemory;
  private final GroupTable keys;
  private @Nullable Built built;
  private @Nullable Probe probe;

  JoinOperator(JoinNode node, Operator left, Operator right, RunContext context) {
    this.node = node;
    this.left = left;
    this.right = right;
    this.context = context;
    this.memory = context.memory().open("the join's keys");
    this.rightMemory = context.memory().open("the join");
    this.keys = new GroupTable(Math.max(1, node.options().leftKeys().size()));
  }

  /**
   * The right side by the numbers of its keys.
   *
   * @param rows the rows
   * @param starts where the rows of each key begin in {@code order}, and where the last ones end
   * @param order the rows, key by key, in their order
   */
  private record Built(Batch rows, int[] starts, int[] order) {}

  /** A batch of the left while it is joined; what comes out may be many batches. */
  private static final class Probe {
    private final Batch rows;
    private final int[] groups;
    private int row;
    private int next;
    private long met;

    private Probe(Batch rows, int[] groups) {
      this.rows = rows;
      this.groups = groups;
    }
  }

  @Override
  public @Nullable Batch next() {
    Built table = built();
    while (true) {
      Probe current = probe;
      if (current == null) {
        Batch batch = left.next();
        if (batch == null) {
          return null;
        }
        context.checkpoint();
        Batch rows = batch.packed();
        current = new Probe(rows, groups(rows, node.options().leftKeys()));
        probe = current;
        memory.set(keys.memory());
      }
      Batch joined = join(current, table);
      if (current.row == current.rows.rowCount()) {
        probe = null;
      }
      if (joined.rowCount() > 0) {
        return joined;
      }
    }
  }

  private Built built() {
    Built table = built;
    if (table == null) {
      Batch rows = Materialized.read(right, node.right().schema(), context, rightMemory);
      table = build(rows, groups(rows, node.options().rightKeys()));
      built = table;
    }
    return table;
  }

  private Built build(Batch rows, int[] groups) {
    int[] starts = new int[keys.size() + 2];
    for (int group : groups) {
      if (group >= 0) {
        starts[group + 1]++;
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] order = new int[rows.rowCount()];
    int[] place = starts.clone();
    for (int row = 0; row < groups.length; row++) {
      if (groups[row] >= 0) {
        order[place[groups[row]]++] = row;
      }
    }
    return new Built(rows, starts, order);
  }

  /** Returns the number of each row's keys; -1 where one is null, for null matches nothing. */
  private int[] groups(Batch rows, List<Integer> columns) {
    List<Vector> vectors = columns.stream().map(rows::vector).toList();
    int[] groups = new int[rows.rowCount()];
    keys.assign(vectors, groups.length, groups);
    for (Vector vector : vectors) {
      for (int row = 0; row < groups.length; row++) {
        if (vector.isNull(row)) {
          groups[row] = -1;
        }
      }
    }
    return groups;
  }

  private Batch join(Probe current, Built table) {
    int[] leftRows = new int[Math.max(current.rows.rowCount(), context.batchSize())];
    int[] rightRows = new int[leftRows.length];
    int count = 0;
    while (current.row < current.rows.rowCount() && count < leftRows.length) {
      int match = nextMatch(current, table);
      if (match != PositionedRows.NONE || (current.met == 0 && node.keepsUnmatched())) {
        leftRows[count] = current.row;
        rightRows[count++] = match;
      }
      if (match == PositionedRows.NONE) {
        current.row++;
        current.next = 0;
        current.met = 0;
      } else {
        current.met++;
      }
    }
    List<Vector> vectors = new ArrayList<>();
    for (Vector vector : current.rows.vectors()) {
      vectors.add(PositionedRows.gather(vector, Arrays.copyOf(leftRows, count), count));
    }
    for (Vector vector : table.rows().vectors()) {
      vectors.add(PositionedRows.gather(vector, Arrays.copyOf(rightRows, count), count));
    }
    return Batch.of(node.schema(), vectors, count);
  }

  /** Returns the next row of the right that the present row of the left meets. */
  private int nextMatch(Probe current, Built table) {
    int group = current.groups[current.row];
    // Keys that only the left has come after those of the right.
    if (group < 0 || group + 2 >= table.starts().length || current.met == node.options().max()) {
      return PositionedRows.NONE;
    }
    while (table.starts()[group] + current.next < table.starts()[group + 1]) {
      int row = table.order()[table.starts()[group] + current.next++];
      if (isInOrder(current.rows, current.row, table.rows(), row)) {
        return row;
      }
    }
    return PositionedRows.NONE;
  }

  /** Times are compared in whole seconds. */
  private boolean isInOrder(Batch leftRows, int leftRow, Batch rightRows, int rightRow) {
    if (node.options().order().isEmpty()) {
      return true;
    }
    SplJoin.TimeOrder order = node.options().order().get();
    Vector leftTimes = leftRows.vector(order.left());
    Vector rightTimes = rightRows.vector(order.right());
    double leftTime = Math.floor(time(leftTimes, leftRow));
    double rightTime = Math.floor(time(rightTimes, rightRow));
    return order.earlier() ? rightTime <= leftTime : rightTime >= leftTime;
  }

  /** Returns a time; NaN, which is in no order, for what is none. */
  private static double time(Vector times, int row) {
    String text = times.kindAt(row) == Kind.LIST ? null : TextOf.row(times, row);
    return text != null && Numbers.isNumber(text) ? Numbers.parse(text) : Double.NaN;
  }

  @Override
  public void close() {
    memory.close();
    rightMemory.close();
    left.close();
    right.close();
  }
}
