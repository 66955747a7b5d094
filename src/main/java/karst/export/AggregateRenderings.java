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

  /** Adds an aggregation of numbers as a template over what of the argument is one. */
  public AggregateRenderings ofNumbers(String name, String template) {
    return with(
        name, call -> call.aggregate(SqlShape.NUMBER, template, StandardAggregates.number(call)));
  }

  /** Adds all aggregations of another table; its own go before them. */
  public AggregateRenderings withAll(AggregateRenderings others) {
    others.renderings.forEach(renderings::putIfAbsent);
    return this;
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
