package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * Adds a column with the number of rows that are in progress when a row starts.
 *
 * @param start the column with the starts
 * @param duration the column with the durations
 */
public record InProgress(int start, int duration) implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("start", fields.get(start), "duration", fields.get(duration));
  }
}
