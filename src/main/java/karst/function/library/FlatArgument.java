package karst.function.library;

import java.util.Arrays;
import karst.function.ListBuilder;
import karst.function.ValueBuilder;
import karst.vector.BooleanVector;
import karst.vector.ConstantVector;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.ListVector;
import karst.vector.MixedVector;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * An aggregated column with its lists taken apart, one entry a value in row order (spl-semantics
 * §4.1). A truth value counts as 1 where it is true and as nothing where it is false, so that
 * {@code count(eval(...))} counts the rows for which a condition holds (§4.2).
 *
 * @param vector the values, nulls among them: numbers or texts, never lists or truth values
 * @param groups the group of each value, -1 for none
 * @param rows the row of each value; null when it is the value's own place
 * @param size the number of values
 */
record FlatArgument(Vector vector, int[] groups, int @Nullable [] rows, int size) {
  /** Takes a column apart. */
  static FlatArgument of(Vector argument, int[] groups, int rows) {
    if (argument instanceof MixedVector) {
      return ofList(listsOf(argument, rows), groups, rows);
    }
    if (argument instanceof ListVector list) {
      return ofList(list, groups, rows);
    }
    if (argument instanceof ConstantVector constant && constant.value() instanceof ListVector one) {
      return ofList(one.gather(Selection.of(new int[rows], rows)), groups, rows);
    }
    if (argument instanceof ConstantVector constant && constant.kindAt(0) == Kind.BOOLEAN) {
      Vector numbers = onesOf((BooleanVector) constant.value());
      return new FlatArgument(new ConstantVector(numbers, rows), groups, null, rows);
    }
    return new FlatArgument(plain(argument), groups, null, rows);
  }

  /** Returns the row of an entry. */
  int row(int entry) {
    return rows == null ? entry : rows[entry];
  }

  private static FlatArgument ofList(ListVector list, int[] groups, int rows) {
    int[] offsets = list.offsets();
    int size = offsets[rows];
    int[] entryGroups = new int[size];
    int[] entryRows = new int[size];
    // A slice of a larger list starts behind elements that are not its own.
    Arrays.fill(entryGroups, 0, offsets[0], -1);
    for (int row = 0; row < rows; row++) {
      Arrays.fill(entryGroups, offsets[row], offsets[row + 1], groups[row]);
      Arrays.fill(entryRows, offsets[row], offsets[row + 1], row);
    }
    return new FlatArgument(plain(list.elements()), entryGroups, entryRows, size);
  }

  private static ListVector listsOf(Vector mixed, int rows) {
    ListBuilder lists = new ListBuilder(rows);
    for (int row = 0; row < rows; row++) {
      lists.addAll(mixed, row);
      lists.endRow();
    }
    return lists.build();
  }

  private static Vector plain(Vector vector) {
    if (vector instanceof BooleanVector truths) {
      return onesOf(truths);
    }
    return vector instanceof MixedVector ? withoutTruths(vector) : vector;
  }

  private static Vector withoutTruths(Vector mixed) {
    ValueBuilder values = new ValueBuilder(mixed.size());
    for (int i = 0; i < mixed.size(); i++) {
      if (mixed.kindAt(i) != Kind.BOOLEAN) {
        values.append(mixed, i);
      } else if (mixed.booleanAt(i)) {
        values.append(1);
      } else {
        values.appendNull();
      }
    }
    return values.build();
  }

  private static DoubleVector onesOf(BooleanVector truths) {
    long[] validity = truths.bits().clone();
    long[] known = truths.validity();
    for (int word = 0; known != null && word < validity.length; word++) {
      validity[word] &= known[word];
    }
    double[] ones = new double[truths.size()];
    Arrays.fill(ones, 1);
    return new DoubleVector(ones, validity, truths.size());
  }
}
