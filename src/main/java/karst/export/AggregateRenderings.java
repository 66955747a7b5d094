package karst.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import karst.function.AggregateFunction;

/** The aggregations that a dialect has equals of, by SPL's names. */
public final class AggregateRenderings {
  private final Map<String, AggregateRendering> renderings = new LinkedHashMap<>();

  /** Adds an aggregation. */
  public AggregateRenderings with(String name, AggregateRendering rendering) {
    renderings.put(name, rendering);
    return this;
  }

  /** Adds an aggregation of numbers as a template over the numbers. */
  public AggregateRenderings ofNumbers(String name, String template) {
    return with(
        name, call -> call.aggregate(SqlShape.NUMBER, template, call.sql().toDouble(call.value())));
  }

  /** Returns the names of the aggregations. */
  public Set<String> names() {
    return Set.copyOf(renderings.keySet());
  }

  /**
   * Returns what an aggregation is.
   *
   * @throws ExportRefusal if the dialect has no equal
   */
  AggregateRendering of(AggregateFunction function, Dialect dialect) {
    AggregateRendering found = renderings.get(function.name());
    if (found == null) {
      throw dialect.refusal("`" + function.name() + "`");
    }
    return found;
  }
}
