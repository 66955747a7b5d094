package karst.exec.hash;

/**
 * Finds the group of a tuple of codes. The narrower the codes are, the simpler the index: an array,
 * a hash table of words, or one of whole tuples. A code is -1 for null, or from 0 up.
 */
sealed interface TupleIndex permits DenseIndex, PackedIndex, WideIndex {
  /** Returns an empty index for codes below some limits, with room for the limits to grow. */
  static TupleIndex of(int[] limits) {
    TuplePacking packing = TuplePacking.of(limits);
    if (packing.bits() <= DenseIndex.MOST_BITS || limits.length == 1) {
      return new DenseIndex(packing);
    }
    return packing.bits() < Long.SIZE ? new PackedIndex(packing) : new WideIndex();
  }

  /** Returns whether the index can hold codes below some limits. */
  boolean fits(int[] limits);

  /**
   * Writes the group of each row, numbers from {@code size} up for tuples that are new.
   *
   * @param codes of each column, the rows' codes
   * @return the number of groups then
   */
  int assign(int[][] codes, int rows, int size, int[] groups);

  /** Adds tuples, one after the other; each one's number is its place. */
  default void addAll(int[] tuples, int width, int size) {
    int[][] codes = new int[width][size];
    for (int i = 0; i < width; i++) {
      for (int row = 0; row < size; row++) {
        codes[i][row] = tuples[row * width + i];
      }
    }
    assign(codes, size, 0, new int[size]);
  }

  /** Returns about how many bytes of memory the index takes. */
  long memory();
}
