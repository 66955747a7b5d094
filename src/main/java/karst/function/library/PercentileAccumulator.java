package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;

/**
 * Exact percentiles: all numbers are kept, in order of arrival beside their groups, and sorted when
 * results are asked for.
 */
final class PercentileAccumulator extends NumberAccumulator {
  /** How a percentile falls between two numbers. */
  enum Method {
    /** On the line between the two: the 50th of 1 and 2 is 1.5. */
    INTERPOLATED {
      @Override
      double of(double[] sorted, int from, int to, double percent) {
        // Divided last: 95 / 100 is no double, and 8.55 would come out a little less.
        double place = percent * (to - from - 1) / 100;
        int below = from + (int) Math.floor(place);
        int above = Math.min(below + 1, to - 1);
        double fraction = place - Math.floor(place);
        // Between two infinities there is no distance to take a part of.
        return fraction == 0 || sorted[below] == sorted[above]
            ? sorted[below]
            : sorted[below] + fraction * (sorted[above] - sorted[below]);
      }
    },
    /** On the upper of the two: the 50th of 1 and 2 is 2. */
    NEAREST_RANK {
      @Override
      double of(double[] sorted, int from, int to, double percent) {
        int place = (int) Math.floor(percent * (to - from) / 100);
        return sorted[Math.min(from + place, to - 1)];
      }
    };

    /** Returns a percentile of the sorted numbers from one index to another. */
    abstract double of(double[] sorted, int from, int to, double percent);
  }

  /** The method of the functions named {@code perc} (spl-semantics Q11). */
  static final Method PERCENTILE = Method.INTERPOLATED;

  /** The method of {@code median}, which is the upper of two middle numbers (spl-semantics Q11). */
  static final Method MEDIAN = Method.NEAREST_RANK;

  private final Method method;
  private final double percent;
  private double[] values = new double[0];
  private int[] groups = new int[0];
  private int size;

  private double[] sorted = new double[0];
  private int[] starts = new int[0];

  PercentileAccumulator(AggregateContext context, Method method, double percent) {
    super(context);
    this.method = method;
    this.percent = Math.max(0, Math.min(100, percent));
  }

  @Override
  void grow(int room) {}

  @Override
  void addNumbers(double[] numbers, int[] numberGroups, int count, FlatArgument argument) {
    for (int i = 0; i < count; i++) {
      if (numberGroups[i] >= 0) {
        counts[numberGroups[i]]++;
        append(numberGroups[i], numbers[i]);
      }
    }
  }

  @Override
  void mergeGroup(Accumulator other, int from, int to) {
    PercentileAccumulator that = (PercentileAccumulator) other;
    that.sort();
    for (int i = that.starts[from]; i < that.starts[from + 1]; i++) {
      append(to, that.sorted[i]);
    }
  }

  @Override
  void beforeResults() {
    sort();
    for (int group = 0; group < counts.length; group++) {
      Arrays.sort(sorted, starts[group], starts[group + 1]);
    }
  }

  @Override
  double resultOf(int group) {
    return Double.isNaN(percent)
        ? Double.NaN
        : method.of(sorted, starts[group], starts[group + 1], percent);
  }

  @Override
  long stateBytes() {
    return 12L * values.length + 8L * sorted.length + 4L * starts.length;
  }

  private void append(int group, double number) {
    if (size == values.length) {
      int room = GroupArrays.room(size, size + 1);
      values = Arrays.copyOf(values, room);
      groups = Arrays.copyOf(groups, room);
    }
    values[size] = number;
    groups[size++] = group;
  }

  /** Puts the numbers of each group side by side. */
  private void sort() {
    if (sorted.length == size && starts.length == counts.length + 1) {
      return;
    }
    starts = new int[counts.length + 1];
    for (int group = 0; group < counts.length; group++) {
      starts[group + 1] = starts[group] + (int) counts[group];
    }
    int[] next = starts.clone();
    sorted = new double[size];
    for (int i = 0; i < size; i++) {
      sorted[next[groups[i]]++] = values[i];
    }
  }
}
