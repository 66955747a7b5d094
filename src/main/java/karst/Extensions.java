package karst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.function.ScalarFunction;
import karst.function.ScalarFunctionTable;
import karst.function.library.AggregateFunctions;
import karst.function.library.ScalarFunctions;
import karst.lookup.ExternalLookup;

/**
 * What a program adds to the language: commands, functions, lookups. Extensions do not change; each
 * method returns others.
 *
 * <pre>{@code
 * Engine engine =
 *     Engine.builder().extensions(Extensions.none().function(defang).command(entropy)).build();
 * }</pre>
 *
 * <p>An engine cannot be built with a command or function that has the name of another one.
 */
public final class Extensions {
  private static final ScalarFunctionTable SCALARS = ScalarFunctions.table();
  private static final AggregateFunctionTable AGGREGATES = AggregateFunctions.table();
  private static final Extensions NONE = new Extensions(List.of(), List.of(), List.of(), List.of());

  private final List<CustomCommand> commands;
  private final List<ScalarFunction> functions;
  private final List<AggregateFunction> aggregations;
  private final List<ExternalLookup> lookups;

  private Extensions(
      List<CustomCommand> commands,
      List<ScalarFunction> functions,
      List<AggregateFunction> aggregations,
      List<ExternalLookup> lookups) {
    this.commands = commands;
    this.functions = functions;
    this.aggregations = aggregations;
    this.lookups = lookups;
  }

  /** Returns extensions that add nothing. */
  public static Extensions none() {
    return NONE;
  }

  /** Returns these extensions and a command. */
  public Extensions command(CustomCommand command) {
    return new Extensions(plus(commands, List.of(command)), functions, aggregations, lookups);
  }

  /** Returns these extensions and an eval function. */
  public Extensions function(ScalarFunction function) {
    return new Extensions(commands, plus(functions, List.of(function)), aggregations, lookups);
  }

  /** Returns these extensions and an aggregation. */
  public Extensions aggregation(AggregateFunction aggregation) {
    return new Extensions(commands, functions, plus(aggregations, List.of(aggregation)), lookups);
  }

  /** Returns these extensions and a lookup, which goes before tables and files of its name. */
  public Extensions lookup(ExternalLookup lookup) {
    return new Extensions(commands, functions, aggregations, plus(lookups, List.of(lookup)));
  }

  /** Returns these extensions and others. */
  public Extensions and(Extensions more) {
    return new Extensions(
        plus(commands, more.commands),
        plus(functions, more.functions),
        plus(aggregations, more.aggregations),
        plus(lookups, more.lookups));
  }

  private static <T> List<T> plus(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** Returns all commands. */
  CommandTable commandTable() {
    return commands.isEmpty()
        ? Commands.TABLE
        : Commands.TABLE.with(commands.stream().map(CustomCommand::entry).toList());
  }

  /** Returns all eval functions. */
  ScalarFunctionTable functionTable() {
    return functions.isEmpty() ? SCALARS : SCALARS.with(functions);
  }

  /** Returns all aggregations. */
  AggregateFunctionTable aggregationTable() {
    return aggregations.isEmpty() ? AGGREGATES : AGGREGATES.with(aggregations);
  }

  /** Returns the lookups by name. */
  Map<String, ExternalLookup> lookupsByName() {
    Map<String, ExternalLookup> byName = new LinkedHashMap<>();
    lookups.forEach(lookup -> byName.put(lookup.name(), lookup));
    return byName;
  }
}
