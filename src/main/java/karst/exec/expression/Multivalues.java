package karst.exec.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import karst.function.MultivaluePolicy;
import karst.vector.BooleanVector;
import karst.vector.ListVector;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Calls a function that knows single values only on a column of lists. */
final class Multivalues {
  private Multivalues() {}

  /**
   * Calls a function by its policy.
   *
   * @param vectors the arguments
   * @param argument which of them is {@code list}
   * @param call the function itself
   */
  static Vector call(
      MultivaluePolicy policy,
      List<Vector> vectors,
      int argument,
      ListVector list,
      int rows,
      BiFunction<List<Vector>, Integer, Vector> call) {
    return switch (policy) {
      case EACH -> each(vectors, argument, list, rows, call);
      case ANY -> any(vectors, argument, list, rows, call);
      case FIRST, NULL ->
          call.apply(with(vectors, argument, single(list, policy == MultivaluePolicy.NULL)), rows);
      case WHOLE -> throw new IllegalArgumentException("the function takes lists itself");
    };
  }

  private static List<Vector> with(List<Vector> vectors, int argument, Vector replacement) {
    List<Vector> result = new ArrayList<>(vectors);
    result.set(argument, replacement);
    return result;
  }

  /** The arguments with a row for each value; the others repeat. */
  private static List<Vector> flattened(List<Vector> vectors, int argument, ListVector list) {
    int[] parents = new int[list.offsets()[list.size()]];
    for (int row = 0; row < list.size(); row++) {
      for (int i = list.offsets()[row]; i < list.offsets()[row + 1]; i++) {
        parents[i] = row;
      }
    }
    Selection repeat = Selection.of(parents, parents.length);
    List<Vector> flat = new ArrayList<>(vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      flat.add(
          i == argument
              ? list.elements().gather(Selection.all(parents.length))
              : vectors.get(i).gather(repeat));
    }
    return flat;
  }

  private static Vector each(
      List<Vector> vectors,
      int argument,
      ListVector list,
      int rows,
      BiFunction<List<Vector>, Integer, Vector> call) {
    List<Vector> flat = flattened(vectors, argument, list);
    Vector answers = answers(flat, flat.get(argument).size(), call);
    VectorBuilder builder = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      VectorBuilder kept = new VectorBuilder(4);
      for (int i = list.offsets()[row]; i < list.offsets()[row + 1]; i++) {
        if (!answers.isNull(i)) {
          kept.append(answers, i);
        }
      }
      int count = kept.size();
      builder.appendList(kept.build(), 0, count);
    }
    return builder.build();
  }

  /** A kernel may look at the first row of an argument: it is not called when there is none. */
  private static Vector answers(
      List<Vector> flat, int size, BiFunction<List<Vector>, Integer, Vector> call) {
    return size == 0 ? new NullVector(0) : call.apply(flat, size);
  }

  private static Vector any(
      List<Vector> vectors,
      int argument,
      ListVector list,
      int rows,
      BiFunction<List<Vector>, Integer, Vector> call) {
    List<Vector> flat = flattened(vectors, argument, list);
    Vector answers = answers(flat, flat.get(argument).size(), call);
    // A row without a value gets what the function says of null.
    Vector missing = call.apply(with(vectors, argument, new NullVector(rows)), rows);
    long[] bits = Validity.none(rows);
    long[] valid = Validity.none(rows);
    for (int row = 0; row < rows; row++) {
      int from = list.offsets()[row];
      int to = list.offsets()[row + 1];
      boolean known = from == to && !missing.isNull(row);
      boolean found = from == to && Truth.isTrue(missing, row);
      for (int i = from; i < to && !found; i++) {
        // Null for every value, as when the other side of a comparison is null, stays null.
        known |= !answers.isNull(i);
        found = Truth.isTrue(answers, i);
      }
      if (known) {
        Validity.set(valid, row);
      }
      if (found) {
        Validity.set(bits, row);
      }
    }
    return new BooleanVector(bits, valid, rows);
  }

  /** Each row's first value; with {@code strict} a row of several is null. */
  private static Vector single(ListVector list, boolean strict) {
    VectorBuilder builder = new VectorBuilder(list.size());
    for (int row = 0; row < list.size(); row++) {
      int count = list.offsets()[row + 1] - list.offsets()[row];
      if (count == 0 || (strict && count > 1)) {
        builder.appendNull();
      } else {
        builder.append(list.elements(), list.offsets()[row]);
      }
    }
    return builder.build();
  }
}
