package karst.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rows: a range, or a list of positions. The rows of a batch that count are in ascending
 * order; a vector may be gathered by positions in any order, some of them twice.
 *
 * <p>The two forms are not told apart by callers; the range form lets whole batches pass without an
 * index array.
 */
public final class Selection {
  private final int @Nullable [] rows;
  private final int offset;
  private final int size;

  private Selection(int @Nullable [] rows, int offset, int size) {
    this.rows = rows;
    this.offset = offset;
    this.size = size;
  }

  /** Returns the rows {@code from} to {@code from + size - 1}. */
  public static Selection range(int from, int size) {
    return new Selection(null, from, size);
  }

  /** Returns all of a number of rows. */
  public static Selection all(int size) {
    return range(0, size);
  }

  /** Returns the first {@code size} positions of an array, which is not copied. */
  public static Selection of(int[] rows, int size) {
    return new Selection(rows, 0, size);
  }

  /** Returns the number of selected rows. */
  public int size() {
    return size;
  }

  /** Returns the row at an index of the selection. */
  public int row(int index) {
    return rows == null ? offset + index : rows[offset + index];
  }

  /** Returns whether these are exactly the rows 0 to {@code rowCount - 1}. */
  public boolean isAll(int rowCount) {
    return rows == null && offset == 0 && size == rowCount;
  }

  /** Returns whether the rows follow each other, from {@code row(0)} on. */
  public boolean isRange() {
    return rows == null;
  }

  /** Returns a part of this selection. */
  public Selection slice(int from, int count) {
    return new Selection(rows, offset + from, count);
  }

  /** Returns the rows at some positions of this selection. */
  public Selection compose(Selection positions) {
    if (positions.isAll(size)) {
      return this;
    }
    int[] result = new int[positions.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = row(positions.row(i));
    }
    return of(result, result.length);
  }

  /** Returns the rows as a new array. */
  public int[] toArray() {
    int[] result = new int[size];
    for (int i = 0; i < size; i++) {
      result[i] = row(i);
    }
    return result;
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }
}
