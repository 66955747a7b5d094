package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row for each value that makes the entropy of another column much less.
 *
 * @param columns the columns that are compared
 * @param count how many rows have the value at least
 * @param part which part of the rows have it at least
 * @param improvement by how much the entropy is less at least
 */
public record Associations(List<Integer> columns, long count, double part, double improvement)
    implements Transformation {
  public Associations {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("columns", columns.stream().map(fields::get).toList());
    terms.put("count", count);
    terms.put("part", part);
    terms.put("improvement", improvement);
    return terms;
  }
}
