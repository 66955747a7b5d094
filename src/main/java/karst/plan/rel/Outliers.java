package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts off numbers beyond the quartiles, or drops their rows.
 *
 * @param columns where numbers are looked at
 * @param remove whether rows are dropped
 * @param factor how many interquartile ranges beyond the quartiles the bounds are
 * @param lower whether there is a lower bound too
 * @param mark whether numbers that were cut off begin with {@code 000}
 */
public record Outliers(
    List<Integer> columns, boolean remove, double factor, boolean lower, boolean mark)
    implements Transformation {
  public Outliers {
    columns = List.copyOf(columns);
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("columns", columns.stream().map(fields::get).toList());
    terms.put("factor", factor);
    terms.put("lower", lower);
    terms.put("remove", remove);
    terms.put("mark", mark);
    return terms;
  }
}
