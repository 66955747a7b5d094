package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The growth of a counter by the second, from its earliest to its latest value.
 *
 * <p>A counter that was reset once has its largest value just before that, so whenever the largest
 * value is above the latest, the growth up to it is added (spl-semantics §4.2).
 */
final class RateAccumulator extends NumberAccumulator {
  private double[] earliest = new double[0];
  private double[] earliestTimes = new double[0];
  private double[] latest = new double[0];
  private double[] latestTimes = new double[0];
  private double[] largest = new double[0];
  private double[] times = new double[0];

  RateAccumulator(AggregateContext context) {
    super(context);
  }

  @Override
  void grow(int room) {
    earliest = Arrays.copyOf(earliest, room);
    earliestTimes = GroupArrays.grown(earliestTimes, room, Double.NaN);
    latest = Arrays.copyOf(latest, room);
    latestTimes = GroupArrays.grown(latestTimes, room, Double.NaN);
    largest = GroupArrays.grown(largest, room, Double.NEGATIVE_INFINITY);
  }

  @Override
  void setTimes(@Nullable Vector time, int rows) {
    times = Times.of(time, rows);
  }

  @Override
  void addNumbers(double[] values, int[] groups, int size, FlatArgument argument) {
    for (int i = 0; i < size; i++) {
      int group = groups[i];
      double time = group < 0 ? Double.NaN : times[argument.row(i)];
      if (!Double.isNaN(time)) {
        counts[group]++;
        offer(group, values[i], time, values[i], time, values[i]);
      }
    }
  }

  @Override
  void mergeGroup(Accumulator other, int from, int to) {
    RateAccumulator that = (RateAccumulator) other;
    offer(
        to,
        that.earliest[from],
        that.earliestTimes[from],
        that.latest[from],
        that.latestTimes[from],
        that.largest[from]);
  }

  private void offer(
      int group, double first, double firstTime, double last, double lastTime, double most) {
    if (Times.isEarlier(firstTime, earliestTimes[group])) {
      earliest[group] = first;
      earliestTimes[group] = firstTime;
    }
    if (Times.isLater(lastTime, latestTimes[group])) {
      latest[group] = last;
      latestTimes[group] = lastTime;
    }
    largest[group] = Math.max(largest[group], most);
  }

  @Override
  double resultOf(int group) {
    double seconds = latestTimes[group] - earliestTimes[group];
    double growth = latest[group] - earliest[group];
    if (largest[group] > latest[group]) {
      growth = largest[group] - earliest[group] + latest[group];
    }
    return seconds > 0 ? growth / seconds : Double.NaN;
  }

  @Override
  long stateBytes() {
    return 40L * earliest.length;
  }
}
