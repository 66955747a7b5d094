package karst.exec.hash;

import java.util.Arrays;

/** A hash table from numbers to codes and back. */
final class NumberCodes {
  private long[] keys = new long[16];
  private int[] codes = new int[16];
  private double[] byCode = new double[16];
  private int size;

  NumberCodes() {
    Arrays.fill(codes, -1);
  }

  /** Returns the code of a number, or -1. */
  int find(double value) {
    long bits = bits(value);
    int mask = keys.length - 1;
    int slot = slot(bits, mask);
    while (codes[slot] >= 0) {
      if (keys[slot] == bits) {
        return codes[slot];
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Sets the code of a number that has none. */
  void put(double value, int code) {
    if (code >= byCode.length) {
      byCode = Arrays.copyOf(byCode, Math.max(code + 1, byCode.length * 2));
    }
    byCode[code] = value;
    if (++size * 2 > keys.length) {
      grow();
    }
    insert(bits(value), code);
  }

  /** Returns the number of a code. */
  double value(int code) {
    return byCode[code];
  }

  long memory() {
    return 12L * keys.length + 8L * byCode.length;
  }

  private void insert(long bits, int code) {
    int mask = keys.length - 1;
    int slot = slot(bits, mask);
    while (codes[slot] >= 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = bits;
    codes[slot] = code;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCodes = codes;
    keys = new long[oldKeys.length * 2];
    codes = new int[keys.length];
    Arrays.fill(codes, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCodes[i] >= 0) {
        insert(oldKeys[i], oldCodes[i]);
      }
    }
  }

  /** -0 and 0 print alike and are one key. */
  private static long bits(double value) {
    return Double.doubleToLongBits(value + 0.0);
  }

  private static int slot(long bits, int mask) {
    long hash = bits * 0x9E3779B97F4A7C15L;
    return (int) (hash ^ (hash >>> 32)) & mask;
  }
}
