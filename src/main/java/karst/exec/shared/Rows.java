package karst.exec.shared;

import java.util.BitSet;

/** Sets of rows as lists. */
final class Rows {
  private Rows() {}

  /** Returns the rows of a set in ascending order. */
  static int[] of(BitSet set) {
    int[] rows = new int[set.cardinality()];
    int row = -1;
    for (int i = 0; i < rows.length; i++) {
      row = set.nextSetBit(row + 1);
      rows[i] = row;
    }
    return rows;
  }
}
