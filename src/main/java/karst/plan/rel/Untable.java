package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * Makes a row of each cell: the field that stays, the column's name, the value.
 *
 * @param field the column that stays
 * @param columns the columns that become rows, in this order
 */
public record Untable(int field, List<Integer> columns) implements Transformation {
  public Untable {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("field", fields.get(field));
  }
}
