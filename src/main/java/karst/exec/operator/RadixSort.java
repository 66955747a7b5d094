package karst.exec.operator;

/** Sorts row numbers by words: stable, digit by digit from the last one, without comparing. */
final class RadixSort {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RadixSort() {}

  /**
   * Returns the rows in the order of their words.
   *
   * @param words for each key column, the first counts most, a word a row, compared without sign
   */
  static int[] sort(int rows, long[][] words) {
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[row] = row;
    }
    int[] next = new int[rows];
    for (int column = words.length - 1; column >= 0; column--) {
      long varying = varying(words[column], rows);
      for (int shift = 0; shift < Long.SIZE && varying >>> shift != 0; shift += DIGIT_BITS) {
        if ((varying >>> shift & DIGITS - 1) != 0) {
          sort(words[column], shift, order, next);
          int[] sorted = next;
          next = order;
          order = sorted;
        }
      }
    }
    return order;
  }

  /** Returns the bits in which words differ. */
  private static long varying(long[] words, int rows) {
    long varying = 0;
    for (int row = 0; row < rows; row++) {
      varying |= words[row] ^ words[0];
    }
    return varying;
  }

  private static void sort(long[] words, int shift, int[] from, int[] to) {
    int[] places = new int[DIGITS + 1];
    for (int row : from) {
      places[digit(words[row], shift) + 1]++;
    }
    for (int digit = 1; digit < DIGITS; digit++) {
      places[digit] += places[digit - 1];
    }
    for (int row : from) {
      to[places[digit(words[row], shift)]++] = row;
    }
  }

  private static int digit(long word, int shift) {
    return (int) (word >>> shift) & DIGITS - 1;
  }
}
