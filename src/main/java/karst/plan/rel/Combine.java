package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * One row in place of those that differ in one column only, with all values of that column; a row
 * without a value stays.
 *
 * @param column the column whose values are put together
 */
public record Combine(int column) implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("column", fields.get(column));
  }
}
