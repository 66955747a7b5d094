package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.plan.rel.SelfJoin;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;

/** Puts rows beside others of the same keys; all of them are held in memory. */
public final class SelfJoinOperator extends BlockingOperator {
  private final SelfJoin join;
  private final Schema schema;
  private final RunContext context;
  private int[] left = new int[64];
  private int[] right = new int[64];
  private int count;

  /** Opens a join of the only input with itself. */
  public SelfJoinOperator(
      SelfJoin join,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("selfjoin", inputs.get(0), schemas.get(0), context);
    this.join = join;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    int[] groups = new int[all.rowCount()];
    List<Vector> keys = join.keys().stream().map(all::vector).toList();
    GroupTable table = new GroupTable(keys.size());
    table.assign(keys, groups.length, groups);
    int[][] members = members(groups, table.size());
    for (int row = 0; row < groups.length; row++) {
      int current = row;
      boolean complete = keys.stream().noneMatch(key -> key.isNull(current));
      long met = 0;
      int[] others = complete ? members[groups[row]] : new int[0];
      for (int i = 0; i < others.length && met < join.max(); i++) {
        if (others[i] != row) {
          add(row, others[i]);
          met++;
        }
      }
      if (met == 0 && join.keepSingle()) {
        add(row, PositionedRows.NONE);
      }
      context.checkpoint();
    }
    List<Vector> vectors = new ArrayList<>();
    all.vectors().forEach(vector -> vectors.add(PositionedRows.gather(vector, left, count)));
    all.vectors().forEach(vector -> vectors.add(PositionedRows.gather(vector, right, count)));
    return Batch.of(schema, vectors, count);
  }

  private static int[][] members(int[] groups, int size) {
    int[] sizes = new int[size];
    for (int group : groups) {
      sizes[group]++;
    }
    int[][] members = new int[size][];
    for (int group = 0; group < size; group++) {
      members[group] = new int[sizes[group]];
    }
    Arrays.fill(sizes, 0);
    for (int row = 0; row < groups.length; row++) {
      members[groups[row]][sizes[groups[row]]++] = row;
    }
    return members;
  }

  private void add(int leftRow, int rightRow) {
    if (count == left.length) {
      left = Arrays.copyOf(left, count * 2);
      right = Arrays.copyOf(right, count * 2);
    }
    left[count] = leftRow;
    right[count++] = rightRow;
  }
}
