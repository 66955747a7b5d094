package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * The first row of one input beside the first of the other, the second beside the second, and so
 * on; where one has fewer rows, its columns are null.
 */
public record SideBySide() implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of();
  }
}
