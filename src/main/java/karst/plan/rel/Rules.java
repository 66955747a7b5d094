package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row for each rule that holds: rows with some values have others, too.
 *
 * @param columns the columns whose values make rules
 * @param support how many rows have all of a rule's values at least
 * @param confidence in which part of the rows with the first values a rule holds at least
 */
public record Rules(List<Integer> columns, long support, double confidence)
    implements Transformation {
  public Rules {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("columns", columns.stream().map(fields::get).toList());
    terms.put("support", support);
    terms.put("confidence", confidence);
    return terms;
  }
}
