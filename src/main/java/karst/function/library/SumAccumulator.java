package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;

/** Sums numbers or their squares. */
final class SumAccumulator extends NumberAccumulator {
  /** What is made of the numbers. */
  enum Of {
    /** Their sum. */
    NUMBERS,
    /** The sum of their squares. */
    SQUARES,
    /** Their sum by their number. */
    MEAN
  }

  private final Of of;
  private double[] sums = new double[0];

  SumAccumulator(AggregateContext context, Of of) {
    super(context);
    this.of = of;
  }

  @Override
  void grow(int room) {
    sums = Arrays.copyOf(sums, room);
  }

  @Override
  void addNumbers(double[] values, int[] groups, int size, FlatArgument argument) {
    boolean squares = of == Of.SQUARES;
    for (int i = 0; i < size; i++) {
      int group = groups[i];
      if (group >= 0) {
        counts[group]++;
        sums[group] += squares ? values[i] * values[i] : values[i];
      }
    }
  }

  @Override
  void mergeGroup(Accumulator other, int from, int to) {
    sums[to] += ((SumAccumulator) other).sums[from];
  }

  @Override
  double resultOf(int group) {
    return switch (of) {
      case NUMBERS, SQUARES -> sums[group];
      case MEAN -> sums[group] / counts[group];
    };
  }

  @Override
  long stateBytes() {
    return 8L * sums.length;
  }
}
