package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * What a {@link Transform} makes of its rows: a value, told from others by {@code equals}.
 *
 * <p>A command whose meaning no relational node has is a record of this kind; the executor has an
 * operator for each.
 */
public interface Transformation {
  /** Returns the name in explained plans, such as {@code Streamstats}. */
  default String name() {
    return getClass().getSimpleName();
  }

  /**
   * Returns the details for explained plans, in order.
   *
   * @param fields the names of the first input's columns; empty without an input
   */
  Map<String, Object> terms(List<String> fields);
}
