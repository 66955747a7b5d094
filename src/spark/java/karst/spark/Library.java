package karst.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import karst.function.AggregateFunction;
import karst.function.ScalarFunction;
import karst.function.library.AggregateFunctions;
import karst.function.library.ScalarFunctions;

/** Karst's own functions by name: what every worker has, so that only names travel. */
final class Library {
  private static final Map<String, ScalarFunction> SCALARS = scalars();
  private static final Map<String, AggregateFunction> AGGREGATES = aggregates();

  private Library() {}

  private static Map<String, ScalarFunction> scalars() {
    Map<String, ScalarFunction> functions = new HashMap<>();
    ScalarFunctions.all().forEach(function -> functions.put(function.name(), function));
    ScalarFunctions.ofCommands().forEach(function -> functions.put(function.name(), function));
    return functions;
  }

  private static Map<String, AggregateFunction> aggregates() {
    Map<String, AggregateFunction> functions = new HashMap<>();
    AggregateFunctions.all().forEach(function -> functions.put(function.name(), function));
    return functions;
  }

  /** Returns whether a function has a kernel and is one of these, not a program's own. */
  static boolean has(ScalarFunction function) {
    return !function.isSpecialForm() && SCALARS.get(function.name()) == function;
  }

  /** Returns whether an aggregation is one of these. */
  static boolean has(AggregateFunction function) {
    return AGGREGATES.get(function.name()) == function;
  }

  /** Returns the function of a name, which must be one of these. */
  static ScalarFunction scalar(String name) {
    return Objects.requireNonNull(SCALARS.get(name), name);
  }

  /** Returns the aggregation of a name, which must be one of these. */
  static AggregateFunction aggregate(String name) {
    return Objects.requireNonNull(AGGREGATES.get(name), name);
  }
}
