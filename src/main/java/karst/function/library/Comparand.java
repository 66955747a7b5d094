package karst.function.library;

import karst.type.Numbers;
import karst.type.ValueOrder;
import karst.vector.ConstantVector;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;

/**
 * One side of a comparison, seen as numbers where its values are numbers and as texts elsewhere
 * (spl-semantics §3.3: two values compare as numbers when both are numbers, numbers in text
 * included).
 */
final class Comparand {
  private final double[] numbers;
  private final long[] isNumber;
  private final StringVector texts;
  private final boolean constant;

  private Comparand(double[] numbers, long[] isNumber, StringVector texts, boolean constant) {
    this.numbers = numbers;
    this.isNumber = isNumber;
    this.texts = texts;
    this.constant = constant;
  }

  /** Prepares a column of single values; nulls compare as anything, callers mask them. */
  static Comparand of(Vector vector) {
    Vector values = vector instanceof ConstantVector constant ? constant.value() : vector;
    int size = values.size();
    double[] numbers = new double[size];
    long[] isNumber = Validity.none(size);
    StringVector texts =
        values instanceof StringVector strings ? strings : texts(values, numbers, isNumber);
    if (values instanceof StringVector strings) {
      byte[] heap = strings.heap();
      for (int row = 0; row < size; row++) {
        int start = strings.start(row);
        int end = strings.end(row);
        if (Numbers.isNumber(heap, start, end)) {
          numbers[row] = Numbers.parse(heap, start, end);
          Validity.set(isNumber, row);
        }
      }
    }
    return new Comparand(numbers, isNumber, texts, vector instanceof ConstantVector);
  }

  private static StringVector texts(Vector values, double[] numbers, long[] isNumber) {
    StringVector.Builder builder = new StringVector.Builder(values.size());
    for (int row = 0; row < values.size(); row++) {
      if (values.kindAt(row) == Kind.NUMBER) {
        numbers[row] = values.numberAt(row);
        Validity.set(isNumber, row);
      }
      builder.append(TextOf.row(values, row));
    }
    return builder.build();
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
    return ValueOrder.compareBytes(
        texts.heap(),
        texts.start(a),
        texts.end(a),
        other.texts.heap(),
        other.texts.start(b),
        other.texts.end(b));
  }
}
