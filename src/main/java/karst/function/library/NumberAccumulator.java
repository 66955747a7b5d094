package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.vector.DoubleVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregations over numbers share: other values are left out, a group without numbers has
 * no result, and with {@code allnum} neither has a group with a value that is no number
 * (spl-semantics §4.1).
 *
 * <p>Sums of fractions are plain sums of doubles, as Splunk's are ({@code avg} of a hundred 3.99 is
 * 3.9900000000000055, §3.7). So a sum depends on the order of its terms in its last digits: a run
 * in parallel merges its parts in their order, and gives the same sums whenever it cuts the same
 * parts. Sums of whole numbers are exact.
 */
abstract class NumberAccumulator implements Accumulator {
  private final NumberInput input = new NumberInput();
  private final boolean allNumbers;
  private boolean[] spoiled = new boolean[0];

  /** How many numbers each group has; kept by the subclass as it adds. */
  long[] counts = new long[0];

  NumberAccumulator(AggregateContext context) {
    this.allNumbers = context.allNumbers();
  }

  /** Makes the subclass's arrays longer. */
  abstract void grow(int room);

  /** Adds numbers and counts them; those of a negative group are left out. */
  abstract void addNumbers(double[] values, int[] groups, int size, FlatArgument argument);

  /** Adds a group of another state, before its count is added. */
  abstract void mergeGroup(Accumulator other, int from, int to);

  /** Returns the result of a group that has numbers; NaN for none. */
  abstract double resultOf(int group);

  /** Returns the size of the subclass's arrays. */
  abstract long stateBytes();

  /** Sees the times of the rows that are about to be added. */
  void setTimes(@Nullable Vector time, int rows) {}

  @Override
  public final void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
    reserve(groupCount);
    if (argument == null) {
      return;
    }
    FlatArgument flat = FlatArgument.of(argument, groups, rows);
    input.read(flat);
    setTimes(time, rows);
    if (allNumbers) {
      int[] entryGroups = input.groups();
      for (int i = 0; i < input.size(); i++) {
        if (entryGroups[i] < -1) {
          spoiled[-2 - entryGroups[i]] = true;
        }
      }
    }
    addNumbers(input.values(), input.groups(), input.size(), flat);
  }

  @Override
  public final void merge(Accumulator other, int[] groups, int groupCount) {
    reserve(groupCount);
    NumberAccumulator from = (NumberAccumulator) other;
    for (int group = 0; group < Math.min(groups.length, from.counts.length); group++) {
      int to = groups[group];
      if (from.counts[group] > 0) {
        mergeGroup(other, group, to);
        counts[to] += from.counts[group];
      }
      spoiled[to] |= from.spoiled[group];
    }
  }

  @Override
  public final Vector result(int groupCount) {
    reserve(groupCount);
    beforeResults();
    double[] results = new double[groupCount];
    long[] validity = Validity.none(groupCount);
    for (int group = 0; group < groupCount; group++) {
      double number = counts[group] == 0 || spoiled[group] ? Double.NaN : resultOf(group);
      if (!Double.isNaN(number)) {
        results[group] = number;
        Validity.set(validity, group);
      }
    }
    return new DoubleVector(results, validity, groupCount);
  }

  /** Prepares for {@link #resultOf}. */
  void beforeResults() {}

  @Override
  public final long bytes() {
    return 9L * counts.length + input.bytes() + stateBytes();
  }

  private void reserve(int groupCount) {
    if (counts.length < groupCount) {
      int room = GroupArrays.room(counts.length, groupCount);
      counts = Arrays.copyOf(counts, room);
      spoiled = Arrays.copyOf(spoiled, room);
      grow(room);
    }
  }
}
