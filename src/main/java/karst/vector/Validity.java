package karst.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of a vector that hold a value, one bit each; null stands for "all of them". */
public final class Validity {
  private Validity() {}

  /** Returns the words for a number of rows, all bits clear. */
  public static long[] none(int rows) {
    return new long[(rows + 63) >>> 6];
  }

  /** Returns the words for a number of rows, the bits of all rows set. */
  public static long[] all(int rows) {
    long[] words = none(rows);
    Arrays.fill(words, -1L);
    return words;
  }

  /** Returns whether a row holds a value. */
  public static boolean isSet(long @Nullable [] validity, int row) {
    return validity == null || (validity[row >>> 6] & (1L << (row & 63))) != 0;
  }

  /** Marks a row as holding a value. */
  public static void set(long[] validity, int row) {
    validity[row >>> 6] |= 1L << (row & 63);
  }

  /** Marks a row as null. */
  public static void clear(long[] validity, int row) {
    validity[row >>> 6] &= ~(1L << (row & 63));
  }

  /** Returns the validity of the selected rows. */
  public static long @Nullable [] gather(long @Nullable [] validity, Selection selection) {
    if (validity == null) {
      return null;
    }
    long[] result = none(selection.size());
    for (int i = 0; i < selection.size(); i++) {
      if (isSet(validity, selection.row(i))) {
        set(result, i);
      }
    }
    return result;
  }
}
