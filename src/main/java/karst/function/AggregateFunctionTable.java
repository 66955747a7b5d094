package karst.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** The aggregations that a search may call, by name and alias; case is free. */
public final class AggregateFunctionTable {
  private final List<AggregateFunction> functions;
  private final Map<String, AggregateFunction> byName = new LinkedHashMap<>();

  /**
   * An aggregation as a search names it.
   *
   * @param function the aggregation
   * @param parameter the number in the name, 95 in {@code perc95}; NaN when there is none
   */
  public record Found(AggregateFunction function, double parameter) {}

  /**
   * Creates a table.
   *
   * @throws IllegalArgumentException if two functions share a name
   */
  public AggregateFunctionTable(List<AggregateFunction> functions) {
    this.functions = List.copyOf(functions);
    for (AggregateFunction function : functions) {
      List<String> names = new ArrayList<>(function.aliases());
      names.add(0, function.name());
      for (String name : names) {
        if (byName.putIfAbsent(name, function) != null) {
          throw new IllegalArgumentException("two aggregations are called " + name);
        }
      }
    }
  }

  /**
   * Returns this table with more functions.
   *
   * @throws IllegalArgumentException if two functions share a name
   */
  public AggregateFunctionTable with(List<AggregateFunction> more) {
    List<AggregateFunction> all = new ArrayList<>(functions);
    all.addAll(more);
    return new AggregateFunctionTable(all);
  }

  /** Returns the functions in order of declaration. */
  public List<AggregateFunction> functions() {
    return functions;
  }

  /**
   * Returns the aggregation of a name as a user writes it, or null. {@code perc99.5} is {@code
   * perc} with 99.5; a percentile beyond 100 is no aggregation.
   */
  public @Nullable Found find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    AggregateFunction plain = byName.get(wanted);
    if (plain != null) {
      return new Found(plain, Double.NaN);
    }
    int digits = 0;
    while (digits < wanted.length() && Character.isLetter(wanted.charAt(digits))) {
      digits++;
    }
    AggregateFunction numbered = byName.get(wanted.substring(0, digits));
    String number = wanted.substring(digits);
    if (numbered == null
        || !numbered.numberInName()
        || !number.matches("[0-9.]+")
        || !Numbers.isNumber(number)) {
      return null;
    }
    double parameter = Numbers.parse(number);
    return parameter <= 100 ? new Found(numbered, parameter) : null;
  }

  /** Returns all names and aliases, for suggestions. */
  public Iterable<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
