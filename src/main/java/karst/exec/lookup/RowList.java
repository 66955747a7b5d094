package karst.exec.lookup;

import java.util.Arrays;

/** Numbers of rows, as many as come. */
final class RowList {
  private int[] rows = new int[2];
  private int size;

  void add(int row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
  }

  void addAll(RowList other) {
    for (int i = 0; i < other.size; i++) {
      add(other.rows[i]);
    }
  }

  int size() {
    return size;
  }

  int get(int index) {
    return rows[index];
  }

  /** Sorts the rows. */
  void sort() {
    Arrays.sort(rows, 0, size);
  }
}
