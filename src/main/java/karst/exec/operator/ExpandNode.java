package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.NullVector;
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
    return new ExpandOperator(input.open(context), context);
  }

  /** A running expansion, which hands out a batch's rows piece by piece: they may be many. */
  private final class ExpandOperator implements Operator {
    private final Operator source;
    private final RunContext context;
    private @Nullable Batch batch;
    private Vector lists = new NullVector(0);
    private int row;
    private @Nullable Vector list;
    private int element;

    ExpandOperator(Operator source, RunContext context) {
      this.source = source;
      this.context = context;
    }

    @Override
    public @Nullable Batch next() {
      while (true) {
        while (batch == null || row == lists.size()) {
          Batch read = source.next();
          if (read == null || !hasLists(read)) {
            batch = null;
            return read;
          }
          batch = read.packed();
          lists = batch.vector(column);
          row = 0;
        }
        context.checkpoint();
        Batch piece = expanded(batch);
        // What was left of a list may have been its end, or equal values only.
        if (piece.rowCount() > 0) {
          return piece;
        }
      }
    }

    private boolean hasLists(Batch rows) {
      Vector vector = rows.vector(column);
      for (int i = 0; i < rows.rowCount(); i++) {
        if (vector.kindAt(rows.selection().row(i)) == Kind.LIST) {
          return true;
        }
      }
      return false;
    }

    private Batch expanded(Batch all) {
      int[] parents = new int[context.batchSize()];
      VectorBuilder values = new VectorBuilder(parents.length);
      int size = 0;
      while (size < parents.length && row < lists.size()) {
        if (lists.kindAt(row) != Kind.LIST) {
          values.append(lists, row);
          parents[size++] = row++;
        } else if (list == null) {
          list = lists.listAt(row);
          element = 0;
        } else if (element == list.size()) {
          list = null;
          row++;
        } else {
          if (!distinct || isFirst(list, element)) {
            values.append(list, element);
            parents[size++] = row;
          }
          element++;
        }
      }
      Selection repeat = Selection.of(parents, size);
      Vector expanded = values.build();
      List<Vector> vectors = new ArrayList<>();
      for (int i = 0; i < all.vectors().size(); i++) {
        vectors.add(i == column ? expanded : all.vector(i).gather(repeat));
      }
      return Batch.of(all.schema(), vectors, size);
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
      source.close();
    }
  }
}
