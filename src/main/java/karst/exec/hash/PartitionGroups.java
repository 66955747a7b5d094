package karst.exec.hash;

import java.util.Arrays;
import karst.vector.Selection;

/** The groups of one partition: rows of one key are one group, numbered from 0 up. */
public final class PartitionGroups {
  private final PartitionedKeys keys;
  private final int partition;
  private final PackedIndex index;
  private int size;

  /** The packed key of each group. */
  private long[] words = new long[64];

  /** The first row of each group, counted through all parts. */
  private long[] first = new long[64];

  PartitionGroups(PartitionedKeys keys, int partition) {
    this.keys = keys;
    this.partition = partition;
    index = keys.index(partition);
  }

  /** Returns the number of groups so far. */
  public int size() {
    return size;
  }

  /**
   * Writes the group of each row that a part has in the partition; parts come in order.
   *
   * @param groups as many as {@link PartitionedKeys#rows} at least
   */
  public void assign(int part, int[] groups) {
    Selection rows = keys.rows(part, partition);
    long[] tuples = keys.words(part);
    int from = keys.place(part, partition);
    int before = size;
    size = index.assign(tuples, from, rows.size(), size, groups);
    if (size > words.length) {
      int room = Math.max(size, words.length * 2);
      words = Arrays.copyOf(words, room);
      first = Arrays.copyOf(first, room);
    }
    long start = keys.start(part);
    int next = before;
    for (int i = 0; i < rows.size() && next < size; i++) {
      if (groups[i] == next) {
        words[next] = tuples[from + i];
        first[next++] = start + rows.row(i);
      }
    }
  }

  /** Returns the packed key of a group. */
  long word(int group) {
    return words[group];
  }

  /** Returns the first row of a group, counted through all parts. */
  long first(int group) {
    return first[group];
  }

  /** Returns about how many bytes of memory the groups take. */
  public long memory() {
    return index.memory() + 16L * words.length;
  }
}
