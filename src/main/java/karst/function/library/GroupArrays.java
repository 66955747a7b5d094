package karst.function.library;

import java.util.Arrays;

/** Room in arrays indexed by group. */
final class GroupArrays {
  private GroupArrays() {}

  /** Returns how long arrays of a length become to hold a number of groups. */
  static int room(int length, int needed) {
    return needed <= length ? length : Math.max(needed, Math.max(8, length + (length >> 1)));
  }

  /** Returns a longer copy whose new entries have a value. */
  static int[] grown(int[] array, int room, int fill) {
    int[] result = Arrays.copyOf(array, room);
    Arrays.fill(result, array.length, room, fill);
    return result;
  }

  /** Returns a longer copy whose new entries have a value. */
  static double[] grown(double[] array, int room, double fill) {
    double[] result = Arrays.copyOf(array, room);
    Arrays.fill(result, array.length, room, fill);
    return result;
  }
}
