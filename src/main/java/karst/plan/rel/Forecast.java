package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;

/**
 * Adds what is expected of numbers by those before them, and rows for what comes after the last:
 * behind the input's columns, for each predicted one, a column for each bound.
 *
 * @param columns where the numbers are
 * @param time the column of the times, which the rows that are added go on with
 * @param period how many rows a season has; 0 to find it
 * @param future how many rows are predicted after the last that is used
 * @param holdback how many of the last rows are not used
 * @param bounds how many deviations from what is expected a column is; 0 for what is expected
 * @param tooFew what is warned of where there are too few numbers
 */
public record Forecast(
    List<Integer> columns,
    int time,
    Model model,
    int period,
    int future,
    int holdback,
    List<Double> bounds,
    Diagnostic tooFew)
    implements Transformation {
  public Forecast {
    columns = List.copyOf(columns);
    bounds = List.copyOf(bounds);
  }

  /** How a series is thought to go on. */
  public enum Model {
    /** As its level. */
    LEVEL(2),
    /** As its level and slope. */
    TREND(3),
    /** As its level at the same place of the period. */
    SEASON(4),
    /** As trend and season say, the surer one more; as the trend where it has no season. */
    TREND_AND_SEASON(3);

    private final int least;

    Model(int least) {
      this.least = least;
    }

    /** Returns how many numbers there must be. */
    public int least() {
      return least;
    }
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("columns", columns.stream().map(fields::get).toList());
    terms.put("model", model);
    terms.put("period", period);
    terms.put("future", future);
    terms.put("holdback", holdback);
    return terms;
  }
}
