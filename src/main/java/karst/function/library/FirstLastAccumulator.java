package karst.function.library;

import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The value of the first or the last row that has one, in the order in which rows come. */
final class FirstLastAccumulator implements Accumulator {
  private final boolean first;
  private final GroupValues values;
  private final Winners winners = new Winners();

  private FirstLastAccumulator(AggregateContext context, boolean first) {
    this.first = first;
    this.values = new GroupValues(context.argumentType());
  }

  static FirstLastAccumulator first(AggregateContext context) {
    return new FirstLastAccumulator(context, true);
  }

  static FirstLastAccumulator last(AggregateContext context) {
    return new FirstLastAccumulator(context, false);
  }

  @Override
  public void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
    values.reserve(groupCount);
    winners.reserve(groupCount);
    if (argument == null) {
      return;
    }
    FlatArgument flat = FlatArgument.of(argument, groups, rows);
    Vector vector = flat.vector();
    for (int i = 0; i < flat.size(); i++) {
      int group = flat.groups()[i];
      if (group >= 0
          && !vector.isNull(i)
          && (!first || (values.isEmpty(group) && !winners.has(group)))) {
        winners.set(group, i);
      }
    }
    winners.copyTo(values, vector);
  }

  @Override
  public void merge(Accumulator other, int[] groups, int groupCount) {
    values.reserve(groupCount);
    GroupValues from = ((FirstLastAccumulator) other).values;
    from.reserve(groups.length);
    for (int group = 0; group < groups.length; group++) {
      if (!from.isEmpty(group) && (!first || values.isEmpty(groups[group]))) {
        values.set(groups[group], from, group);
      }
    }
  }

  @Override
  public Vector result(int groupCount) {
    return values.build(groupCount);
  }

  @Override
  public long bytes() {
    return values.bytes() + winners.bytes();
  }
}
