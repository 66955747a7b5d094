package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row for each column that has a value: how many it has, what its numbers are like, and the most
 * frequent values.
 *
 * @param columns the columns, in the order of the rows
 * @param names their names
 * @param maxValues the most values that are listed
 */
public record FieldSummary(List<Integer> columns, List<String> names, long maxValues)
    implements Transformation {
  public FieldSummary {
    columns = List.copyOf(columns);
    names = List.copyOf(names);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("fields", names);
    terms.put("maxvals", maxValues);
    return terms;
  }
}
