package karst.function.library;

import karst.type.Numbers;
import karst.type.ValueOrder;
import karst.vector.ConstantVector;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison, seen as numbers where its values are numbers and as texts elsewhere
 * (spl-semantics §3.3: two values compare as numbers when both are numbers, numbers in text
 * included).
 */
final class Comparand {
  private final Vector values;
  private final double[] numbers;
  private final long @Nullable [] isNumber;
  private final boolean constant;

  /** The texts of all values; those of numbers are written only when a text is met. */
  private @Nullable StringVector texts;

  private Comparand(
      Vector values,
      double[] numbers,
      long @Nullable [] isNumber,
      @Nullable StringVector texts,
      boolean constant) {
    this.values = values;
    this.numbers = numbers;
    this.isNumber = isNumber;
    this.texts = texts;
    this.constant = constant;
  }

  /** Prepares a column of single values; nulls compare as anything, callers mask them. */
  static Comparand of(Vector vector) {
    boolean constant = vector instanceof ConstantVector;
    Vector values = vector instanceof ConstantVector one ? one.value() : vector;
    if (values instanceof StringVector strings) {
      return ofTexts(strings, constant);
    }
    if (values instanceof DoubleVector doubles) {
      return new Comparand(values, doubles.values(), null, null, constant);
    }
    int size = values.size();
    double[] numbers = new double[size];
    long[] isNumber = Validity.none(size);
    for (int row = 0; row < size; row++) {
      if (values.kindAt(row) == Kind.NUMBER) {
        numbers[row] = values.numberAt(row);
        Validity.set(isNumber, row);
      }
    }
    return new Comparand(values, numbers, isNumber, null, constant);
  }

  private static Comparand ofTexts(StringVector strings, boolean constant) {
    int size = strings.size();
    double[] numbers = new double[size];
    long[] isNumber = Validity.none(size);
    byte[] heap = strings.heap();
    for (int row = 0; row < size; row++) {
      int start = strings.start(row);
      int end = strings.end(row);
      if (Numbers.isNumber(heap, start, end)) {
        numbers[row] = Numbers.parse(heap, start, end);
        Validity.set(isNumber, row);
      }
    }
    return new Comparand(strings, numbers, isNumber, strings, constant);
  }

  private StringVector texts() {
    StringVector known = texts;
    if (known == null) {
      StringVector.Builder builder = new StringVector.Builder(values.size());
      for (int row = 0; row < values.size(); row++) {
        builder.append(TextOf.row(values, row));
      }
      known = builder.build();
      texts = known;
    }
    return known;
  }

  /**
   * Compares a row with the same row of another side.
   *
   * @param numbersFirst whether a number comes before every text; else their texts compare
   */
  int compare(Comparand other, int row, boolean numbersFirst) {
    int a = constant ? 0 : row;
    int b = other.constant ? 0 : row;
    boolean left = Validity.isSet(isNumber, a);
    boolean right = Validity.isSet(other.isNumber, b);
    if (left && right) {
      // Not Double.compare: 0 and -0 are equal.
      double x = numbers[a];
      double y = other.numbers[b];
      return x < y ? -1 : x > y ? 1 : x == y ? 0 : Double.compare(x, y);
    }
    if (numbersFirst && left != right) {
      return left ? -1 : 1;
    }
    StringVector mine = texts();
    StringVector theirs = other.texts();
    return ValueOrder.compareBytes(
        mine.heap(), mine.start(a), mine.end(a), theirs.heap(), theirs.start(b), theirs.end(b));
  }
}
