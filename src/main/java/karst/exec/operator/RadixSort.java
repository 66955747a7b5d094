package karst.exec.operator;

/**
 * Sorts row numbers by words: stable, digit by digit from the last one, without comparing. Columns
 * that differ in few bits are sorted by as one.
 */
final class RadixSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private int[] rows;
  private int[] otherRows;
  private long[] keys;
  private long[] otherKeys;

  private RadixSort(int size) {
    rows = new int[size];
    for (int row = 0; row < size; row++) {
      rows[row] = row;
    }
    otherRows = new int[size];
    keys = new long[size];
    otherKeys = new long[size];
  }

  /**
   * Returns the rows in the order of their words.
   *
   * @param words for each key column, the first counts most, a word a row, compared without sign
   */
  static int[] sort(int rows, long[][] words) {
    RadixSort sort = new RadixSort(rows);
    long[] varying = new long[words.length];
    for (int column = 0; column < words.length; column++) {
      varying[column] = varying(words[column], rows);
    }
    for (int last = words.length; last > 0; ) {
      int first = last - 1;
      int bits = width(varying[first]);
      while (first > 0 && bits + width(varying[first - 1]) <= Long.SIZE) {
        bits += width(varying[--first]);
      }
      if (bits > 0) {
        sort.load(words, varying, first, last);
        sort.sort(bits);
      }
      last = first;
    }
    return sort.rows;
  }

  /** Returns the bits in which words differ. */
  private static long varying(long[] words, int rows) {
    long varying = 0;
    for (int row = 0; row < rows; row++) {
      varying |= words[row] ^ words[0];
    }
    return varying;
  }

  /** Returns how many bits there are from the first to the last one in which words differ. */
  private static int width(long varying) {
    return varying == 0
        ? 0
        : Long.SIZE - Long.numberOfLeadingZeros(varying) - Long.numberOfTrailingZeros(varying);
  }

  /** Makes keys of what differs in some columns, in the present order of the rows. */
  private void load(long[][] words, long[] varying, int first, int last) {
    boolean none = true;
    for (int column = first; column < last; column++) {
      long[] ofColumn = words[column];
      int width = width(varying[column]);
      if (width == 0) {
        continue;
      }
      int shift = Long.numberOfTrailingZeros(varying[column]);
      long mask = -1L >>> (Long.SIZE - width);
      if (none) {
        none = false;
        for (int i = 0; i < rows.length; i++) {
          keys[i] = ofColumn[rows[i]] >>> shift & mask;
        }
      } else {
        for (int i = 0; i < rows.length; i++) {
          keys[i] = keys[i] << width | (ofColumn[rows[i]] >>> shift & mask);
        }
      }
    }
  }

  private void sort(int bits) {
    int digits = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
    int[][] places = new int[digits][DIGITS];
    for (long key : keys) {
      for (int digit = 0; digit < digits; digit++) {
        places[digit][digit(key, digit)]++;
      }
    }
    for (int digit = 0; digit < digits; digit++) {
      if (places[digit][digit(keys[0], digit)] < keys.length) {
        distribute(digit, places[digit]);
      }
    }
  }

  private void distribute(int digit, int[] places) {
    int next = 0;
    for (int i = 0; i < DIGITS; i++) {
      int count = places[i];
      places[i] = next;
      next += count;
    }
    for (int i = 0; i < keys.length; i++) {
      int place = places[digit(keys[i], digit)]++;
      otherKeys[place] = keys[i];
      otherRows[place] = rows[i];
    }
    long[] sortedKeys = otherKeys;
    otherKeys = keys;
    keys = sortedKeys;
    int[] sortedRows = otherRows;
    otherRows = rows;
    rows = sortedRows;
  }

  private static int digit(long key, int digit) {
    return (int) (key >>> (digit * DIGIT_BITS)) & DIGITS - 1;
  }
}
