package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * The last rows, last row first.
 *
 * @param count how many; {@link Long#MAX_VALUE} for all
 */
public record Reverse(long count) implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return count == Long.MAX_VALUE ? Map.of() : Map.of("count", count);
  }
}
