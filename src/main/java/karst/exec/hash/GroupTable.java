package karst.exec.hash;

import java.util.Arrays;
import java.util.List;
import karst.vector.Vector;

/**
 * Gives tuples of key values group numbers from 0 up, in order of first appearance: open addressing
 * over tuples of codes.
 */
public final class GroupTable {
  private final KeyColumn[] columns;
  private final int width;
  private int[] tuples;
  private int[] slots = new int[64];
  private int size;
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
    for (int i = 0; i < width; i++) {
      if (scratch[i].length < rows) {
        scratch[i] = new int[rows];
      }
      columns[i].encode(keys.get(i), rows, scratch[i]);
    }
    for (int row = 0; row < rows; row++) {
      groups[row] = find(row);
    }
  }

  private int find(int row) {
    int mask = slots.length - 1;
    int slot = hash(row) & mask;
    while (slots[slot] != 0) {
      int group = slots[slot] - 1;
      if (matches(group, row)) {
        return group;
      }
      slot = (slot + 1) & mask;
    }
    int group = size++;
    slots[slot] = group + 1;
    if (size * width > tuples.length) {
      tuples = Arrays.copyOf(tuples, tuples.length * 2);
    }
    for (int i = 0; i < width; i++) {
      tuples[group * width + i] = scratch[i][row];
    }
    if (size * 2 > slots.length) {
      rehash();
    }
    return group;
  }

  private boolean matches(int group, int row) {
    int at = group * width;
    for (int i = 0; i < width; i++) {
      if (tuples[at + i] != scratch[i][row]) {
        return false;
      }
    }
    return true;
  }

  private int hash(int row) {
    int hash = 0;
    for (int i = 0; i < width; i++) {
      hash = mix(hash, scratch[i][row]);
    }
    return spread(hash);
  }

  private static int mix(int hash, int code) {
    return (hash ^ code) * 0x9E3779B1 + (hash >>> 15);
  }

  private static int spread(int hash) {
    int h = hash ^ (hash >>> 16);
    h *= 0x85EBCA6B;
    return h ^ (h >>> 13);
  }

  private void rehash() {
    int[] larger = new int[slots.length * 2];
    int mask = larger.length - 1;
    for (int group = 0; group < size; group++) {
      int hash = 0;
      for (int i = 0; i < width; i++) {
        hash = mix(hash, tuples[group * width + i]);
      }
      int slot = spread(hash) & mask;
      while (larger[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      larger[slot] = group + 1;
    }
    slots = larger;
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
    long total = 4L * tuples.length + 4L * slots.length;
    for (KeyColumn column : columns) {
      total += column.memory();
    }
    return total;
  }
}
