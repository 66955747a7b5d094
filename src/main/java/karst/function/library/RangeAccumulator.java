package karst.function.library;

import karst.function.Accumulator;
import karst.function.AggregateContext;

/** The distance from the smallest to the largest number. */
final class RangeAccumulator extends NumberAccumulator {
  private double[] smallest = new double[0];
  private double[] largest = new double[0];

  RangeAccumulator(AggregateContext context) {
    super(context);
  }

  @Override
  void grow(int room) {
    smallest = GroupArrays.grown(smallest, room, Double.POSITIVE_INFINITY);
    largest = GroupArrays.grown(largest, room, Double.NEGATIVE_INFINITY);
  }

  @Override
  void addNumbers(double[] values, int[] groups, int size, FlatArgument argument) {
    for (int i = 0; i < size; i++) {
      int group = groups[i];
      if (group >= 0) {
        counts[group]++;
        smallest[group] = Math.min(smallest[group], values[i]);
        largest[group] = Math.max(largest[group], values[i]);
      }
    }
  }

  @Override
  void mergeGroup(Accumulator other, int from, int to) {
    RangeAccumulator that = (RangeAccumulator) other;
    smallest[to] = Math.min(smallest[to], that.smallest[from]);
    largest[to] = Math.max(largest[to], that.largest[from]);
  }

  @Override
  double resultOf(int group) {
    return largest[group] - smallest[group];
  }

  @Override
  long stateBytes() {
    return 8L * smallest.length + 8L * largest.length;
  }
}
