package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the numbers of a column into bins of a width that its range decides; other values stay.
 *
 * @param column whose values are replaced
 * @param times whether the numbers are times
 * @param bins the most bins
 * @param least the least width; null for any
 * @param start the range begins here or before
 * @param end the range ends here or after
 */
public record AutoBin(
    int column, boolean times, long bins, @Nullable String least, double start, double end)
    implements Transformation {
  @Override
  public String name() {
    return "Bin";
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("column", fields.get(column));
    terms.put("bins", bins);
    if (least != null) {
      terms.put("minspan", least);
    }
    return terms;
  }
}
