package karst.function.library;

import karst.function.Row;
import karst.type.Numbers;
import karst.type.ValueOrder;
import karst.vector.Kind;
import karst.vector.Vector;

/**
 * The order of {@code min} and {@code max}: numbers by value before texts by UTF-8 bytes; a text
 * that is a number counts as one (spl-semantics §4.2).
 */
final class MixedOrder {
  private MixedOrder() {}

  /** Compares two values, each a number or a text. */
  static int compare(Vector a, int atA, Vector b, int atB) {
    boolean numberA = isNumber(a, atA);
    boolean numberB = isNumber(b, atB);
    if (numberA && numberB) {
      return compare(Row.numberOf(a, atA), Row.numberOf(b, atB));
    }
    if (numberA || numberB) {
      return numberA ? -1 : 1;
    }
    return ValueOrder.TEXT.compare(a.textAt(atA), b.textAt(atB));
  }

  /** Compares two numbers: zero has no sign, and NaN is the largest. */
  static int compare(double a, double b) {
    return Double.compare(a + 0.0, b + 0.0);
  }

  private static boolean isNumber(Vector vector, int at) {
    return vector.kindAt(at) == Kind.NUMBER || Numbers.isNumber(vector.textAt(at));
  }
}
