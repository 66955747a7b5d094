package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows whose values are, together, unlikely.
 *
 * @param columns whose values count
 * @param result what comes out
 * @param threshold how unlikely such a row is; NaN for a bound that is made of the rows
 * @param cutoff whether that bound is a strict one
 */
public record Unlikely(List<Integer> columns, Result result, double threshold, boolean cutoff)
    implements Transformation {
  public Unlikely {
    columns = List.copyOf(columns);
  }

  /** What comes out. */
  public enum Result {
    /** Unlikely rows, with columns that say why. */
    FOUND,
    /** All rows, with columns that say how likely they are. */
    ALL,
    /** One row about all of them. */
    SUMMARY
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("columns", columns.stream().map(fields::get).toList());
    terms.put("result", result);
    terms.put("threshold", threshold);
    terms.put("cutoff", cutoff);
    return terms;
  }
}
