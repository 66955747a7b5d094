package karst.function.library;

import java.util.Arrays;
import karst.vector.Vector;

/**
 * The value of each group that has won so far in a batch, as a place in its vector: the values
 * themselves are copied once at the end of the batch, not for every row that wins for a while.
 */
final class Winners {
  private static final int NONE = -1;

  private int[] places = new int[0];
  private int[] touched = new int[16];
  private int count;

  /** Makes room for a number of groups. */
  void reserve(int groupCount) {
    if (places.length < groupCount) {
      places = GroupArrays.grown(places, GroupArrays.room(places.length, groupCount), NONE);
    }
  }

  /** Returns whether a group has a winner in this batch. */
  boolean has(int group) {
    return places[group] != NONE;
  }

  /** Lets a value win. */
  void set(int group, int place) {
    if (places[group] == NONE) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, count * 2);
      }
      touched[count++] = group;
    }
    places[group] = place;
  }

  /** Copies the winners and forgets them. */
  void copyTo(GroupValues values, Vector vector) {
    for (int i = 0; i < count; i++) {
      int group = touched[i];
      values.set(group, vector, places[group]);
      places[group] = NONE;
    }
    count = 0;
  }

  /** Returns about how many bytes of memory the places take. */
  long bytes() {
    return 4L * places.length + 4L * touched.length;
  }
}
