package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * One row whose field {@code search} has the values of the first rows.
 *
 * @param count how many rows count
 * @param items what is said of a row, in order
 */
public record ReturnValues(long count, List<Item> items) implements Transformation {
  public ReturnValues {
    items = List.copyOf(items);
  }

  /**
   * A value.
   *
   * @param column a column of the input
   * @param name what the value is compared with; empty for the value alone
   */
  public record Item(int column, String name) {}

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of(
        "values",
        items.stream().map(item -> item.name() + "=" + fields.get(item.column())).toList());
  }
}
