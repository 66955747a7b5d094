package karst.plan.rel;

import java.util.List;
import java.util.Map;
import karst.source.Origin;

/**
 * The rows, of which there must be one at least.
 *
 * @param place the command that wants them, for the message
 */
public record RequireRows(Origin place) implements Transformation {
  @Override
  public String name() {
    return "Require";
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of();
  }
}
