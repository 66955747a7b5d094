package karst.exec.hash;

import java.util.Arrays;

/** An array with a place for every possible tuple. */
final class DenseIndex implements TupleIndex {
  /** More places than these would not stay near the processor. */
  static final int MOST_BITS = 16;

  private final TuplePacking packing;
  private long[] words = new long[0];

  /** The group of each tuple, plus 1. */
  private int[] groupOf = new int[64];

  DenseIndex(TuplePacking packing) {
    this.packing = packing;
  }

  @Override
  public boolean fits(int[] limits) {
    return limits.length == 1 || packing.fits(limits);
  }

  @Override
  public int assign(int[][] codes, int rows, int size, int[] groups) {
    if (words.length < rows) {
      words = new long[rows];
    }
    packing.pack(codes, rows, words);
    long largest = 0;
    for (int row = 0; row < rows; row++) {
      largest = Math.max(largest, words[row]);
    }
    if (largest >= groupOf.length) {
      groupOf = Arrays.copyOf(groupOf, (int) Math.min(2 * largest, Integer.MAX_VALUE - 16));
    }
    int next = size;
    for (int row = 0; row < rows; row++) {
      int word = (int) words[row];
      int group = groupOf[word];
      if (group == 0) {
        group = ++next;
        groupOf[word] = group;
      }
      groups[row] = group - 1;
    }
    return next;
  }

  @Override
  public long memory() {
    return 4L * groupOf.length + 8L * words.length;
  }
}
