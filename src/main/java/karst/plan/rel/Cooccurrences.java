package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * A row and a column for each column: in which part of the rows that have one of two both are.
 *
 * @param columns the columns that are compared
 */
public record Cooccurrences(List<Integer> columns) implements Transformation {
  public Cooccurrences {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("columns", columns.stream().map(fields::get).toList());
  }
}
