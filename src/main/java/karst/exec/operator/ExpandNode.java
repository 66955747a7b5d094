package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row for each value of a column; the other columns repeat. Group keys of several values
 * count in each value's group (spl-semantics §4.4).
 *
 * @param input where rows come from
 * @param column the column whose lists are expanded
 * @param distinct whether equal values of one row make one row only
 */
public record ExpandNode(PhysicalNode input, int column, boolean distinct) implements PhysicalNode {
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
    return "Expand(column=["
        + schema().column(column).name()
        + "]"
        + (distinct ? ", distinct" : "")
        + ")";
  }

  @Override
  public Operator open(RunContext context) {
    return new ExpandOperator(input.open(context), column, distinct);
  }

  /** A running expansion. */
  private record ExpandOperator(Operator input, int column, boolean distinct) implements Operator {
    @Override
    public @Nullable Batch next() {
      Batch batch = input.next();
      return batch == null || !hasLists(batch) ? batch : expanded(batch);
    }

    private boolean hasLists(Batch batch) {
      Vector vector = batch.vector(column);
      for (int i = 0; i < batch.rowCount(); i++) {
        if (vector.kindAt(batch.selection().row(i)) == Kind.LIST) {
          return true;
        }
      }
      return false;
    }

    private Batch expanded(Batch batch) {
      Vector lists = batch.packed(column);
      VectorBuilder values = new VectorBuilder(lists.size() * 2);
      List<Integer> parents = new ArrayList<>();
      for (int row = 0; row < lists.size(); row++) {
        if (lists.kindAt(row) == Kind.LIST) {
          Vector list = lists.listAt(row);
          for (int i = 0; i < list.size(); i++) {
            if (!distinct || isFirst(list, i)) {
              values.append(list, i);
              parents.add(row);
            }
          }
        } else {
          values.append(lists, row);
          parents.add(row);
        }
      }
      int[] rows = parents.stream().mapToInt(Integer::intValue).toArray();
      Selection repeat = Selection.of(rows, rows.length);
      List<Vector> vectors = new ArrayList<>();
      for (int i = 0; i < batch.vectors().size(); i++) {
        vectors.add(i == column ? values.build() : batch.packed(i).gather(repeat));
      }
      return Batch.of(batch.schema(), vectors, rows.length);
    }

    private static boolean isFirst(Vector list, int index) {
      String text = TextOf.row(list, index);
      for (int i = 0; i < index; i++) {
        if (Objects.equals(TextOf.row(list, i), text)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
