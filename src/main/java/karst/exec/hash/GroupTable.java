package karst.exec.hash;

import java.util.Arrays;
import java.util.List;
import karst.vector.Vector;

/**
 * Gives tuples of key values group numbers from 0 up, in order of first appearance. Values become
 * codes, and a {@link TupleIndex} finds the group of a tuple of codes.
 */
public final class GroupTable {
  private final KeyColumn[] columns;
  private final int width;
  private int[] tuples;
  private int size;
  private TupleIndex index;
  private int[][] scratch;

  /** Creates a table of a number of key columns, at least one. */
  public GroupTable(int keys) {
    width = keys;
    columns = new KeyColumn[keys];
    scratch = new int[keys][0];
    for (int i = 0; i < keys; i++) {
      columns[i] = new KeyColumn();
    }
    tuples = new int[64 * keys];
    index = TupleIndex.of(limits());
  }

  /** Returns the number of groups so far. */
  public int size() {
    return size;
  }

  /**
   * Writes the group of each row.
   *
   * @param keys the key columns, packed
   * @param rows their number of rows
   * @param groups at least {@code rows} long
   */
  public void assign(List<Vector> keys, int rows, int[] groups) {
    reserve(rows);
    for (int i = 0; i < width; i++) {
      columns[i].encode(keys.get(i), rows, scratch[i]);
    }
    assign(rows, groups);
  }

  /**
   * Adds the groups of another table that are not here yet.
   *
   * @return for each group of the other table its group here
   */
  public int[] adopt(GroupTable other) {
    reserve(other.size);
    for (int i = 0; i < width; i++) {
      for (int group = 0; group < other.size; group++) {
        scratch[i][group] = other.tuples[group * width + i];
      }
      columns[i].adopt(other.columns[i], scratch[i], other.size);
    }
    int[] groups = new int[other.size];
    assign(other.size, groups);
    return groups;
  }

  private void reserve(int rows) {
    for (int i = 0; i < width; i++) {
      if (scratch[i].length < rows) {
        scratch[i] = new int[rows];
      }
    }
  }

  private void assign(int rows, int[] groups) {
    int[] limits = limits();
    if (!index.fits(limits)) {
      index = TupleIndex.of(limits);
      index.addAll(tuples, width, size);
    }
    int before = size;
    size = index.assign(scratch, rows, size, groups);
    if (size > before) {
      append(rows, before, groups);
    }
  }

  /** Keeps the tuples of new groups, which appear in the order of their numbers. */
  private void append(int rows, int before, int[] groups) {
    if (size * width > tuples.length) {
      tuples = Arrays.copyOf(tuples, Math.max(size * width, tuples.length * 2));
    }
    int next = before;
    for (int row = 0; row < rows && next < size; row++) {
      if (groups[row] == next) {
        for (int i = 0; i < width; i++) {
          tuples[next * width + i] = scratch[i][row];
        }
        next++;
      }
    }
  }

  private int[] limits() {
    int[] limits = new int[width];
    for (int i = 0; i < width; i++) {
      limits[i] = columns[i].limit();
    }
    return limits;
  }

  /** Returns the values of a key column, row = group. */
  public Vector values(int column) {
    int[] codes = new int[size];
    for (int group = 0; group < size; group++) {
      codes[group] = tuples[group * width + column];
    }
    return columns[column].values(codes, size);
  }

  /** Returns about how many bytes of memory the table takes. */
  public long memory() {
    long total = 4L * tuples.length + index.memory();
    for (KeyColumn column : columns) {
      total += column.memory();
    }
    return total;
  }
}
