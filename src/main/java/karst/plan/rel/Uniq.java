package karst.plan.rel;

import java.util.List;
import java.util.Map;

/** The rows that differ from the row before. */
public record Uniq() implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of();
  }
}
