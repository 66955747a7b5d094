package karst.exec.operator;

import java.util.List;
import karst.exec.Workers;
import karst.plan.OrderKey;
import karst.vector.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Sorts row numbers by key columns, stable and without objects: many rows by words if all columns
 * have them, others by comparing in a merge sort.
 */
final class RowSorter {
  /** Fewer rows are sorted before a count of digits is made. */
  private static final int FEW = 256;

  private RowSorter() {}

  /** Returns the rows of a packed batch in the order of some keys. */
  static int[] sort(Batch rows, List<OrderKey> keys) {
    return sort(rows, keys, 1);
  }

  /** Returns the rows of a packed batch in the order of some keys. */
  static int[] sort(Batch rows, List<OrderKey> keys, int threads) {
    SortColumn[] columns = new SortColumn[keys.size()];
    Workers.run(
        rows.rowCount() < Workers.WORTH ? 1 : threads,
        columns.length,
        i -> columns[i] = SortColumn.of(rows.vector(keys.get(i).column()), keys.get(i)));
    return sort(rows.rowCount(), columns);
  }

  /** Returns a number of rows in the order of some columns. */
  static int[] sort(int rows, SortColumn[] columns) {
    long[][] words = rows < FEW ? null : words(columns);
    return words == null ? mergeSort(rows, columns) : RadixSort.sort(rows, words);
  }

  private static long @Nullable [][] words(SortColumn[] columns) {
    long[][] words = new long[columns.length][];
    for (int i = 0; i < words.length; i++) {
      long[] ofColumn = columns[i].words();
      if (ofColumn == null) {
        return null;
      }
      words[i] = ofColumn;
    }
    return words;
  }

  private static int[] mergeSort(int rows, SortColumn[] columns) {
    int[] order = new int[rows];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    mergeSort(order.clone(), order, 0, order.length, columns);
    return order;
  }

  /** Sorts a part of {@code to}; {@code from} holds the same rows there. */
  private static void mergeSort(int[] from, int[] to, int low, int high, SortColumn[] columns) {
    if (high - low < 2) {
      return;
    }
    int middle = (low + high) >>> 1;
    mergeSort(to, from, low, middle, columns);
    mergeSort(to, from, middle, high, columns);
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft =
          right == high || (left < middle && compare(from[left], from[right], columns) <= 0);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  private static int compare(int a, int b, SortColumn[] columns) {
    for (SortColumn column : columns) {
      int order = column.compare(a, b);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
