package karst.plan.rel;

import java.util.List;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;

/**
 * An aggregation whose results go beside the rows.
 *
 * @param context what is known of the argument
 * @param argument the aggregated column, or {@link #NO_COLUMN}
 * @param time the column of {@code _time}, or {@link #NO_COLUMN}
 */
public record WindowAggregate(
    AggregateFunction function, AggregateContext context, int argument, int time) {
  /** A column index that stands for "none". */
  public static final int NO_COLUMN = -1;

  /** Returns the call for explained plans. */
  String describe(List<String> fields) {
    return function.name() + "(" + (argument == NO_COLUMN ? "" : fields.get(argument)) + ")";
  }
}
