package karst.function.library;

import java.util.Arrays;
import karst.type.Numbers;
import karst.vector.BooleanVector;
import karst.vector.ConstantVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Compares texts with a constant that is no number: two values are then equal where their bytes
 * are, and none needs to be read as a number (spl-semantics §3.3).
 */
final class TextEquality {
  private TextEquality() {}

  /**
   * Compares a column with a constant.
   *
   * @param wanted whether equal rows are true, or the others
   * @return null if these are not texts and a constant that is no number
   */
  static @Nullable BooleanVector of(Vector column, Vector other, boolean wanted) {
    if (!(column instanceof StringVector texts)
        || !(other instanceof ConstantVector constant)
        || !(constant.value() instanceof StringVector value)
        || value.isNull(0)
        || Numbers.isNumber(value.heap(), value.start(0), value.end(0))) {
      return null;
    }
    byte[] sought = Arrays.copyOfRange(value.heap(), value.start(0), value.end(0));
    byte[] heap = texts.heap();
    long[] bits = Validity.none(texts.size());
    for (int row = 0; row < texts.size(); row++) {
      int start = texts.start(row);
      int end = texts.end(row);
      boolean equal =
          end - start == sought.length && Arrays.equals(heap, start, end, sought, 0, sought.length);
      if (equal == wanted) {
        Validity.set(bits, row);
      }
    }
    return new BooleanVector(bits, null, texts.size());
  }
}
