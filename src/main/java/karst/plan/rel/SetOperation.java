package karst.plan.rel;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two inputs with the same columns as sets of rows: each row comes out once.
 *
 * @param keys the columns in which rows must agree to be the same
 */
public record SetOperation(Kind kind, List<Integer> keys) implements Transformation {
  public SetOperation {
    keys = List.copyOf(keys);
  }

  /** Which rows come out. */
  public enum Kind {
    /** Those of either. */
    UNION,
    /** Those of one but not of the other. */
    DIFF,
    /** Those of both. */
    INTERSECT
  }

  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("kind", kind.name().toLowerCase(Locale.ROOT));
  }
}
