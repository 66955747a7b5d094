package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * The last value above in place of null.
 *
 * @param columns the columns that are filled
 */
public record FillDown(List<Integer> columns) implements Transformation {
  public FillDown {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("columns", columns.stream().map(fields::get).toList());
  }
}
