package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The value of the earliest or the latest row that has one, or that row's time. Without {@code
 * _time} the first row counts as the latest, as events come newest first (spl-semantics §4.2).
 */
final class EarliestLatestAccumulator implements Accumulator {
  private final boolean earliest;
  private final boolean answersTime;
  private final GroupValues values;
  private final Winners winners = new Winners();
  private double[] times = new double[0];

  /**
   * Creates a state.
   *
   * @param earliest whether the earliest row is wanted, not the latest
   * @param answersTime whether its time is wanted, not its value
   */
  EarliestLatestAccumulator(AggregateContext context, boolean earliest, boolean answersTime) {
    this.earliest = earliest;
    this.answersTime = answersTime;
    this.values = new GroupValues(context.argumentType());
  }

  @Override
  public void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
    reserve(groupCount);
    winners.reserve(groupCount);
    if (argument == null) {
      return;
    }
    double[] rowTimes = Times.of(time, rows);
    FlatArgument flat = FlatArgument.of(argument, groups, rows);
    Vector vector = flat.vector();
    for (int i = 0; i < flat.size(); i++) {
      int group = flat.groups()[i];
      if (group >= 0 && !vector.isNull(i)) {
        boolean isFirst = values.isEmpty(group) && !winners.has(group);
        double rowTime = rowTimes[flat.row(i)];
        if (isFirst || wins(rowTime, times[group])) {
          winners.set(group, i);
          times[group] = rowTime;
        }
      }
    }
    winners.copyTo(values, vector);
  }

  private boolean wins(double later, double sofar) {
    return earliest ? Times.isEarlier(later, sofar) : Times.isLater(later, sofar);
  }

  @Override
  public void merge(Accumulator other, int[] groups, int groupCount) {
    reserve(groupCount);
    EarliestLatestAccumulator that = (EarliestLatestAccumulator) other;
    that.reserve(groups.length);
    for (int group = 0; group < groups.length; group++) {
      int to = groups[group];
      if (!that.values.isEmpty(group)
          && (values.isEmpty(to) || wins(that.times[group], times[to]))) {
        values.set(to, that.values, group);
        times[to] = that.times[group];
      }
    }
  }

  @Override
  public Vector result(int groupCount) {
    reserve(groupCount);
    if (!answersTime) {
      return values.build(groupCount);
    }
    StringVector.Builder out = new StringVector.Builder(groupCount);
    for (int group = 0; group < groupCount; group++) {
      boolean known = !values.isEmpty(group) && !Double.isNaN(times[group]);
      out.append(known ? TimeFunctions.withMicroseconds(times[group]) : null);
    }
    return out.build();
  }

  @Override
  public long bytes() {
    return values.bytes() + winners.bytes() + 8L * times.length;
  }

  private void reserve(int groupCount) {
    values.reserve(groupCount);
    if (times.length < groupCount) {
      times = Arrays.copyOf(times, GroupArrays.room(times.length, groupCount));
    }
  }
}
