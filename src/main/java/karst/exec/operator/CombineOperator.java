package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Puts the values of one column together in rows that differ in that column only. */
public final class CombineOperator extends BlockingOperator {
  private final int column;

  /** Creates an operator that puts the values of a column together. */
  public CombineOperator(Operator input, Schema schema, int column, RunContext context) {
    super("mvcombine", input, schema, context);
    this.column = column;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    int[] groups = groups(all);
    // Of each group the rows as a chain: the first one, the next after each, the last one so far.
    int[] next = new int[rows];
    Arrays.fill(next, -1);
    int[] last = new int[rows];
    Arrays.fill(last, -1);
    int[] firsts = new int[rows];
    int count = 0;
    Vector values = all.vector(column);
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (values.isNull(row) || last[group] < 0) {
        firsts[count++] = row;
      } else {
        next[last[group]] = row;
      }
      if (!values.isNull(row)) {
        last[group] = row;
      }
    }
    Selection kept = Selection.of(firsts, count);
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < all.vectors().size(); i++) {
      vectors.add(i == column ? combined(values, kept, next) : all.vector(i).gather(kept));
    }
    return Batch.of(all.schema(), vectors, count);
  }

  private int[] groups(Batch all) {
    List<Vector> keys = new ArrayList<>(all.vectors());
    keys.remove(column);
    if (keys.isEmpty()) {
      keys.add(new NullVector(all.rowCount()));
    }
    int[] groups = new int[all.rowCount()];
    new GroupTable(keys.size()).assign(keys, all.rowCount(), groups);
    return groups;
  }

  private static Vector combined(Vector values, Selection firsts, int[] next) {
    VectorBuilder builder = new VectorBuilder(firsts.size());
    for (int i = 0; i < firsts.size(); i++) {
      int first = firsts.row(i);
      if (next[first] < 0) {
        builder.append(values, first);
        continue;
      }
      VectorBuilder list = new VectorBuilder(4);
      for (int row = first; row >= 0; row = next[row]) {
        if (values.kindAt(row) == Kind.LIST) {
          list.appendAll(values.listAt(row));
        } else {
          list.append(values, row);
        }
      }
      int size = list.size();
      builder.appendList(list.build(), 0, size);
    }
    return builder.build();
  }
}
