package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * A row for each column: how well it tells the value of another one.
 *
 * @param told the column whose value is told
 * @param columns the columns that tell it
 */
public record Predictors(int told, List<Integer> columns) implements Transformation {
  public Predictors {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("told", fields.get(told), "columns", columns.stream().map(fields::get).toList());
  }
}
