package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows by the bins that a column's numbers are in, and a row for each bin between that has
 * none; rows without a number come last.
 *
 * @param column whose numbers become the starts of their bins
 * @param times whether the numbers are times
 * @param width the width of a bin; null to choose one
 * @param bins the most bins of a width that is chosen
 * @param least the least width that is chosen; null for any
 * @param start rows below are left out; null for none
 * @param end rows above are left out; null for none
 * @param origin the time from which bins are counted
 */
public record FillGaps(
    int column,
    boolean times,
    @Nullable String width,
    long bins,
    @Nullable String least,
    @Nullable Double start,
    @Nullable Double end,
    double origin)
    implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("column", fields.get(column));
    if (width == null) {
      terms.put("bins", bins);
    } else {
      terms.put("span", width);
    }
    return terms;
  }
}
