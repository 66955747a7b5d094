package karst.exec.hash;

import java.util.Arrays;

/** A hash table of tuples of any width: open addressing over places in a list of tuples. */
final class WideIndex implements TupleIndex {
  private int[] tuples = new int[64];
  private int[] slots = new int[64];

  @Override
  public boolean fits(int[] limits) {
    return true;
  }

  @Override
  public int assign(int[][] codes, int rows, int size, int[] groups) {
    int next = size;
    for (int row = 0; row < rows; row++) {
      int group = find(codes, row, next);
      groups[row] = group;
      if (group == next) {
        next++;
      }
    }
    return next;
  }

  private int find(int[][] codes, int row, int next) {
    int mask = slots.length - 1;
    int slot = hash(codes, row) & mask;
    while (slots[slot] != 0) {
      int group = slots[slot] - 1;
      if (matches(group, codes, row)) {
        return group;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = next + 1;
    int width = codes.length;
    if ((next + 1) * width > tuples.length) {
      tuples = Arrays.copyOf(tuples, Math.max((next + 1) * width, tuples.length * 2));
    }
    for (int i = 0; i < width; i++) {
      tuples[next * width + i] = codes[i][row];
    }
    if ((next + 1) * 2 > slots.length) {
      rehash(next + 1, width);
    }
    return next;
  }

  private boolean matches(int group, int[][] codes, int row) {
    int at = group * codes.length;
    for (int[] column : codes) {
      if (tuples[at++] != column[row]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(int[][] codes, int row) {
    int hash = 0;
    for (int[] column : codes) {
      hash = mix(hash, column[row]);
    }
    return spread(hash);
  }

  private void rehash(int size, int width) {
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

  private static int mix(int hash, int code) {
    return (hash ^ code) * 0x9E3779B1 + (hash >>> 15);
  }

  private static int spread(int hash) {
    int h = hash ^ (hash >>> 16);
    h *= 0x85EBCA6B;
    return h ^ (h >>> 13);
  }

  @Override
  public long memory() {
    return 4L * tuples.length + 4L * slots.length;
  }
}
