package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;

/**
 * Variance and standard deviation by running means and sums of squared distances (Welford; parts
 * are merged by Chan's formula), since the difference of two sums of squares loses its digits.
 *
 * <p>Means are those of distances to a group's first number: the mean of large numbers that lie
 * close together, such as times, has no digits left for what they differ by.
 */
final class MomentsAccumulator extends NumberAccumulator {
  /** What is made of the moments. */
  enum Of {
    /** Variance of a sample. */
    VARIANCE,
    /** Variance of a whole population. */
    POPULATION_VARIANCE,
    /** Standard deviation of a sample. */
    DEVIATION,
    /** Standard deviation of a whole population. */
    POPULATION_DEVIATION
  }

  private final Of of;
  private double[] origins = new double[0];
  private double[] means = new double[0];
  private double[] squares = new double[0];

  MomentsAccumulator(AggregateContext context, Of of) {
    super(context);
    this.of = of;
  }

  @Override
  void grow(int room) {
    origins = Arrays.copyOf(origins, room);
    means = Arrays.copyOf(means, room);
    squares = Arrays.copyOf(squares, room);
  }

  @Override
  void addNumbers(double[] values, int[] groups, int size, FlatArgument argument) {
    for (int i = 0; i < size; i++) {
      int group = groups[i];
      if (group >= 0) {
        if (counts[group] == 0) {
          origins[group] = values[i];
        }
        double value = values[i] - origins[group];
        double distance = value - means[group];
        means[group] += distance / ++counts[group];
        squares[group] += distance * (value - means[group]);
      }
    }
  }

  @Override
  void mergeGroup(Accumulator other, int from, int to) {
    MomentsAccumulator that = (MomentsAccumulator) other;
    double ours = counts[to];
    double theirs = that.counts[from];
    if (ours == 0) {
      origins[to] = that.origins[from];
    }
    double distance = that.origins[from] - origins[to] + that.means[from] - means[to];
    means[to] += distance * theirs / (ours + theirs);
    squares[to] += that.squares[from] + distance * distance * ours * theirs / (ours + theirs);
  }

  /** One number deviates by 0, not by nothing (spl-semantics Q25). */
  @Override
  double resultOf(int group) {
    double count = counts[group];
    double sample = count == 1 ? 0 : squares[group] / (count - 1);
    double population = squares[group] / count;
    return switch (of) {
      case VARIANCE -> sample;
      case POPULATION_VARIANCE -> population;
      case DEVIATION -> Math.sqrt(sample);
      case POPULATION_DEVIATION -> Math.sqrt(population);
    };
  }

  @Override
  long stateBytes() {
    return 8L * (origins.length + means.length + squares.length);
  }
}
