package karst.exec.expression;

import java.util.ArrayList;
import java.util.List;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The values of an expression for each value of a list; null for a value leaves it out.
 *
 * <p>The expression is computed once for the values of all rows: over a batch with a row for each
 * value, in which the value is one more column behind the others.
 *
 * @param lists the lists
 * @param body what is computed; {@link ElementEvaluator} is the value in it
 * @param columns the input's columns that the body reads
 */
record EachValueEvaluator(Evaluator lists, Evaluator body, ImmutableBitSet columns)
    implements Evaluator {
  /** The name of a column of values begins with it; no query can write that. */
  private static final String VALUE = "$value";

  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Vector values = lists.evaluate(batch, rows);
    int[] ends = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < ends.length; i++) {
      count += size(values, i);
      ends[i] = count;
    }
    int[] parents = new int[count];
    VectorBuilder elements = new VectorBuilder(count);
    for (int i = 0; i < ends.length; i++) {
      for (int at = elements.size(); at < ends[i]; at++) {
        parents[at] = rows.row(i);
      }
      append(values, i, elements);
    }
    Batch inner = inner(batch, Selection.of(parents, count), elements.build());
    return regrouped(body.evaluate(inner, Selection.all(count)), ends);
  }

  private static int size(Vector values, int row) {
    return switch (values.kindAt(row)) {
      case NULL -> 0;
      case LIST -> values.listAt(row).size();
      case NUMBER, TEXT, BOOLEAN -> 1;
    };
  }

  private static void append(Vector values, int row, VectorBuilder out) {
    if (values.kindAt(row) == Kind.LIST) {
      out.appendAll(values.listAt(row));
    } else if (!values.isNull(row)) {
      out.append(values, row);
    }
  }

  private Batch inner(Batch batch, Selection parents, Vector elements) {
    List<Column> names = new ArrayList<>(batch.schema().columns());
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean read = columns.get(i) || names.get(i).name().startsWith(VALUE);
      vectors.add(read ? batch.vector(i).gather(parents) : new NullVector(parents.size()));
    }
    names.add(new Column(VALUE + names.size(), SplType.DYNAMIC));
    vectors.add(elements);
    return Batch.of(new Schema(names), vectors, parents.size());
  }

  private static Vector regrouped(Vector answers, int[] ends) {
    VectorBuilder lists = new VectorBuilder(ends.length);
    int from = 0;
    for (int end : ends) {
      VectorBuilder list = new VectorBuilder(end - from);
      for (int at = from; at < end; at++) {
        if (answers.kindAt(at) == Kind.LIST) {
          list.appendAll(answers.listAt(at));
        } else if (!answers.isNull(at)) {
          list.append(answers, at);
        }
      }
      int size = list.size();
      lists.appendList(list.build(), 0, size);
      from = end;
    }
    return lists.build();
  }
}
