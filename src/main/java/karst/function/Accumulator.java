package karst.function;

import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The state of one aggregation for all groups of a hash table: arrays indexed by group, never an
 * object a row.
 *
 * <p>Splitting the rows, adding each part to an accumulator of its own and merging them in the
 * order of the parts gives the same result as adding all rows to one: exactly, except that sums of
 * fractions may differ in their last digits, as sums of doubles depend on the order of terms.
 */
public interface Accumulator {
  /**
   * Adds rows.
   *
   * @param groups for each row its group, or -1 for a row that does not count; at least {@code
   *     rows} long
   * @param groupCount the number of groups so far; every group is below it
   * @param argument the aggregated column; lists are fed value by value, nulls are skipped; null
   *     for an aggregation without an argument
   * @param time the rows' {@code _time}; null unless the function declares that it needs it
   * @param rows the number of rows
   */
  void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows);

  /**
   * Adds the state of another accumulator of the same function, whose rows come after those added
   * so far.
   *
   * @param other the other state
   * @param groups for each group of {@code other} its group here
   * @param groupCount the number of groups here
   */
  void merge(Accumulator other, int[] groups, int groupCount);

  /** Returns the results, row = group; a group that never got a value has the empty result. */
  Vector result(int groupCount);

  /** Returns about how many bytes of memory the state takes. */
  long bytes();
}
