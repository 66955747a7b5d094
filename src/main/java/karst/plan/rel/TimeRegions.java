package karst.plan.rel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ranges of time in which rows follow one another, the latest first; in seconds.
 *
 * @param time the column of the times
 * @param maxPause a longer pause ends a range
 * @param before how long before its first row a range begins
 * @param after how long after its last row a range ends
 */
public record TimeRegions(int time, double maxPause, double before, double after)
    implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("time", fields.get(time));
    terms.put("maxpause", maxPause);
    return terms;
  }
}
