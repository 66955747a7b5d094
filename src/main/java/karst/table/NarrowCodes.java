package karst.table;

import java.util.Arrays;
import karst.vector.DictionaryVector;
import karst.vector.Selection;

/** The codes of a column, each in as few bytes as the largest needs; a null is 0, code c is c+1. */
final class NarrowCodes {
  private static final int BYTE = 0xFF;
  private static final int SHORT = 0xFFFF;

  private final byte[] bytes;
  private final short[] shorts;
  private final int[] ints;
  private final int size;

  private NarrowCodes(byte[] bytes, short[] shorts, int[] ints, int size) {
    this.bytes = bytes;
    this.shorts = shorts;
    this.ints = ints;
    this.size = size;
  }

  /** Packs codes below a number of distinct values. */
  static NarrowCodes of(int[] codes, int size, int distinct) {
    byte[] bytes = new byte[distinct < BYTE ? size : 0];
    short[] shorts = new short[distinct >= BYTE && distinct < SHORT ? size : 0];
    if (distinct >= SHORT) {
      return new NarrowCodes(bytes, shorts, Arrays.copyOf(codes, size), size);
    }
    for (int row = 0; row < bytes.length; row++) {
      bytes[row] = (byte) (codes[row] + 1);
    }
    for (int row = 0; row < shorts.length; row++) {
      shorts[row] = (short) (codes[row] + 1);
    }
    return new NarrowCodes(bytes, shorts, new int[0], size);
  }

  /** Returns the number of rows. */
  int size() {
    return size;
  }

  /** Returns the codes of some rows, {@link DictionaryVector#NULL} for null. */
  int[] read(Selection rows) {
    int[] codes = new int[rows.size()];
    if (bytes.length > 0) {
      for (int i = 0; i < codes.length; i++) {
        codes[i] = (bytes[rows.row(i)] & BYTE) - 1;
      }
    } else if (shorts.length > 0) {
      for (int i = 0; i < codes.length; i++) {
        codes[i] = (shorts[rows.row(i)] & SHORT) - 1;
      }
    } else {
      for (int i = 0; i < codes.length; i++) {
        codes[i] = ints[rows.row(i)];
      }
    }
    return codes;
  }

  /** Returns about how many bytes of memory the codes take. */
  long memory() {
    return bytes.length + 2L * shorts.length + 4L * ints.length;
  }
}
