package karst.plan.rel;

import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;

/**
 * The first rows; when there are more, the run warns of it.
 *
 * @param rows how many rows go on
 * @param warning what is reported when there are more
 */
public record RowLimit(long rows, Diagnostic warning) implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("max", rows);
  }
}
