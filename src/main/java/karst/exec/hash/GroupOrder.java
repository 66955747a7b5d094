package karst.exec.hash;

import java.util.List;
import karst.vector.Selection;

/**
 * The groups of several partitions in the order of their first rows.
 *
 * @param words the packed key of each group, in that order
 * @param places where each of them stands when the groups of all partitions stand one behind the
 *     other, those of partition 0 first
 */
public record GroupOrder(long[] words, Selection places) {
  /** Puts groups in order: a bit for each first row, and the bits before it, tell its place. */
  static GroupOrder of(PartitionedKeys keys, List<PartitionGroups> partitions) {
    long[] isFirst = new long[(int) ((keys.size() + Long.SIZE - 1) / Long.SIZE)];
    int size = 0;
    for (PartitionGroups groups : partitions) {
      for (int group = 0; group < groups.size(); group++) {
        long row = groups.first(group);
        isFirst[(int) (row >>> 6)] |= 1L << row;
      }
      size += groups.size();
    }
    int[] before = new int[isFirst.length];
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + Long.bitCount(isFirst[i - 1]);
    }
    long[] words = new long[size];
    int[] places = new int[size];
    int place = 0;
    for (PartitionGroups groups : partitions) {
      for (int group = 0; group < groups.size(); group++, place++) {
        long row = groups.first(group);
        int at = (int) (row >>> 6);
        int rank = before[at] + Long.bitCount(isFirst[at] & ((1L << row) - 1));
        words[rank] = groups.word(group);
        places[rank] = place;
      }
    }
    return new GroupOrder(words, Selection.of(places, size));
  }
}
