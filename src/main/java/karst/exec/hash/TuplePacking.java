package karst.exec.hash;

/** How tuples of codes become words: each code in as many bits as the largest needs. */
final class TuplePacking {
  /** A dictionary that grows should not ask for another packing at once. */
  private static final int SPARE_BITS = 1;

  private final int[] widths;
  private final int bits;

  private TuplePacking(int[] widths, int bits) {
    this.widths = widths;
    this.bits = bits;
  }

  /** Returns a packing for codes below some limits, and for twice as many. */
  static TuplePacking of(int[] limits) {
    int[] widths = new int[limits.length];
    int bits = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(limits[i]) + SPARE_BITS;
      bits += widths[i];
    }
    return new TuplePacking(widths, bits);
  }

  /** A null is 0 and code c is c + 1. */
  private static int width(int limit) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(limit);
  }

  /** Returns the number of bits of a word that count; perhaps more than a word has. */
  int bits() {
    return bits;
  }

  /** Returns whether codes below some limits can be packed. */
  boolean fits(int[] limits) {
    for (int i = 0; i < widths.length; i++) {
      if (width(limits[i]) > widths[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the codes of a column of some words. */
  int[] unpack(long[] words, int column) {
    int shift = 0;
    for (int i = widths.length - 1; i > column; i--) {
      shift += widths[i];
    }
    long mask = (1L << widths[column]) - 1;
    int[] codes = new int[words.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (int) (words[i] >>> shift & mask) - 1;
    }
    return codes;
  }

  /** Writes the word of each row. */
  void pack(int[][] codes, int rows, long[] words) {
    int[] first = codes[0];
    for (int row = 0; row < rows; row++) {
      words[row] = first[row] + 1;
    }
    for (int i = 1; i < widths.length; i++) {
      int[] column = codes[i];
      int width = widths[i];
      for (int row = 0; row < rows; row++) {
        words[row] = words[row] << width | (column[row] + 1);
      }
    }
  }
}
