package karst.table;

import java.util.Arrays;
import java.util.BitSet;
import karst.vector.Selection;

/** The rows of each code of a column, in ascending order. */
final class Postings {
  /** Where the rows of a code start, null's first. */
  private final int[] starts;

  private final int[] rows;

  private Postings(int[] starts, int[] rows) {
    this.starts = starts;
    this.rows = rows;
  }

  /** Sorts the rows of a column by their codes. */
  static Postings of(NarrowCodes codes, int distinct) {
    int[] all = codes.read(Selection.all(codes.size()));
    int[] starts = new int[distinct + 2];
    for (int code : all) {
      starts[code + 2]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = Arrays.copyOf(starts, starts.length);
    int[] rows = new int[all.length];
    for (int row = 0; row < all.length; row++) {
      rows[next[all[row] + 1]++] = row;
    }
    return new Postings(starts, rows);
  }

  /** Returns how many rows have a code, -1 for null. */
  int count(int code) {
    return starts[code + 2] - starts[code + 1];
  }

  /**
   * Returns the rows that have one of some codes, in ascending order.
   *
   * @param codes distinct codes, -1 for null
   */
  int[] rows(int[] codes) {
    int size = 0;
    for (int code : codes) {
      size += count(code);
    }
    int[] found = new int[size];
    int at = 0;
    for (int code : codes) {
      System.arraycopy(rows, starts[code + 1], found, at, count(code));
      at += count(code);
    }
    if (codes.length > 1) {
      Arrays.sort(found);
    }
    return found;
  }

  /** Marks the rows that have a code, -1 for null. */
  void mark(int code, BitSet found) {
    for (int i = starts[code + 1]; i < starts[code + 2]; i++) {
      found.set(rows[i]);
    }
  }

  /** Returns about how many bytes of memory the lists take. */
  long memory() {
    return 4L * starts.length + 4L * rows.length;
  }
}
