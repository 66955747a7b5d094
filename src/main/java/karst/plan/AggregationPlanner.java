package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.plan.rel.Expand;
import karst.plan.rel.SplSort;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans grouping and aggregation for stats and tstats alike: keys and arguments are computed, rows
 * without a key drop out, keys of several values are spread, groups come out sorted by their keys
 * (spl-semantics §4).
 */
public final class AggregationPlanner {
  private final PlanBuilder plan;
  private final PlanContext context;
  private final FieldScope scope;
  private final boolean allNumbers;
  private final boolean distinctKeys;

  /**
   * Creates a planner.
   *
   * @param plan the plan whose rows are grouped
   * @param scope what the names of fields mean over these rows
   * @param allNumbers the {@code allnum} option
   * @param distinctKeys the {@code dedup_splitvals} option
   */
  public AggregationPlanner(
      PlanBuilder plan, FieldScope scope, boolean allNumbers, boolean distinctKeys) {
    this.plan = plan;
    this.context = plan.context();
    this.scope = scope;
    this.allNumbers = allNumbers;
    this.distinctKeys = distinctKeys;
  }

  /**
   * A column to group by.
   *
   * @param name its name in the result
   * @param value its value over the rows
   */
  public record Key(String name, RexNode value) {}

  /** An aggregation whose function and argument are known. */
  private record Call(
      String name,
      AggregateFunction function,
      double parameter,
      @Nullable RexNode argument,
      @Nullable RexNode time) {}

  /** Replaces the plan by its groups: the keys, then the aggregations, in the order given. */
  public void aggregate(List<Key> keys, List<AggregateCall> aggregates) {
    List<Call> calls = new ArrayList<>();
    for (AggregateCall aggregate : aggregates) {
      resolve(aggregate, keys, calls);
    }
    if (context.diagnostics().hasErrors()) {
      return;
    }
    projectInputs(keys, calls);
    for (int i = 0; i < keys.size(); i++) {
      RexNode key = plan.columns().get(i);
      if (key.getType().isNullable()) {
        plan.filter(context.isPresent(key));
      }
    }
    spreadKeys(keys.size());
    group(keys, calls);
    if (keys.isEmpty()) {
      dropEmptyRow(calls);
    } else {
      sortGroups(keys.size());
    }
    nameOutputs(keys, calls);
  }

  private void resolve(AggregateCall aggregate, List<Key> keys, List<Call> calls) {
    AggregateFunctionTable.Found match = context.aggregates().find(aggregate.function());
    if (match == null) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_FUNCTION,
                      "there is no aggregation `" + aggregate.function() + "`")
                  .suggest(aggregate.function(), context.aggregates().names()),
              aggregate.span());
      return;
    }
    AggregateFunction function = match.function();
    double parameter =
        Double.isNaN(aggregate.parameter()) ? match.parameter() : aggregate.parameter();
    FieldName field = aggregate.field();
    if (field != null && field.hasWildcard()) {
      expand(aggregate, field, function, parameter, keys, calls);
      return;
    }
    boolean hasArgument = field != null || aggregate.expression() != null;
    if (!hasArgument && function.argument() == AggregateFunction.Argument.REQUIRED) {
      context.error(
          DiagnosticCode.FUNCTION_ARGUMENTS,
          aggregate.span(),
          "`" + aggregate.function() + "` needs a field");
      return;
    }
    calls.add(call(aggregate.name(), function, parameter, argument(aggregate)));
  }

  /** One column for each field that a pattern matches, keys and internal fields excepted. */
  private void expand(
      AggregateCall aggregate,
      FieldName field,
      AggregateFunction function,
      double parameter,
      List<Key> keys,
      List<Call> calls) {
    FieldPattern pattern = FieldPattern.of(field.name());
    for (String name : scope.names()) {
      List<String> parts = pattern.match(name);
      boolean isKey = keys.stream().anyMatch(key -> key.name().equals(name));
      RexNode value = scope.find(name);
      if (parts != null && !isKey && value != null) {
        String output = FieldPattern.fill(aggregate.name(), parts);
        calls.add(call(output, function, parameter, value));
      }
    }
  }

  private Call call(
      String name, AggregateFunction function, double parameter, @Nullable RexNode argument) {
    RexNode time = function.needsTime() ? scope.find("_time") : null;
    return new Call(
        name,
        function,
        parameter,
        argument,
        function.needsTime() && time == null ? context.nothing() : time);
  }

  private @Nullable RexNode argument(AggregateCall aggregate) {
    if (aggregate.expression() != null) {
      ExpressionConverter converter = new ExpressionConverter(context, scope);
      RexNode value = converter.convert(aggregate.expression());
      if (!ExpressionConverter.isBoolean(value)) {
        return value;
      }
      // A condition counts as 1 where it is true and not at all elsewhere (spl-semantics §4.2).
      RexNode one = context.number(BigDecimal.ONE);
      return converter.choice(List.of(value, one, context.nothing()));
    }
    FieldName field = aggregate.field();
    if (field == null) {
      return null;
    }
    RexNode value = scope.find(field.name());
    if (value == null) {
      context.unknownField(field.name(), field.span(), scope);
      return context.nothing();
    }
    return value;
  }

  private void projectInputs(List<Key> keys, List<Call> calls) {
    List<RexNode> expressions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      expressions.add(keys.get(i).value());
      names.add(keys.get(i).name());
    }
    // Each distinct argument is computed once, however many aggregations take it.
    for (RexNode argument : arguments(calls).keySet()) {
      expressions.add(argument);
      names.add(inputName(argument, names));
    }
    if (expressions.isEmpty()) {
      // A count of rows needs rows, but no column of them.
      expressions.add(context.truth(true));
      names.add("$row");
    }
    plan.project(expressions, names);
  }

  private String inputName(RexNode argument, List<String> taken) {
    String base = RexPrinter.print(argument, plan.names());
    String name = base;
    for (int i = 2; taken.contains(name); i++) {
      name = base + "$" + i;
    }
    return name;
  }

  /** The distinct arguments in order of appearance, with their position among themselves. */
  private static Map<RexNode, Integer> arguments(List<Call> calls) {
    Map<RexNode, Integer> positions = new LinkedHashMap<>();
    for (Call call : calls) {
      if (call.argument() != null) {
        positions.putIfAbsent(call.argument(), positions.size());
        if (call.time() != null) {
          positions.putIfAbsent(call.time(), positions.size());
        }
      }
    }
    return positions;
  }

  private void spreadKeys(int keys) {
    for (int i = 0; i < keys; i++) {
      RelDataType type = plan.node().getRowType().getFieldList().get(i).getType();
      if (TypeMapping.fromRel(type).mayBeMultivalue()) {
        plan.set(Expand.create(plan.node(), i, distinctKeys));
      }
    }
  }

  private void group(List<Key> keys, List<Call> calls) {
    Map<RexNode, Integer> positions = arguments(calls);
    List<org.apache.calcite.rel.core.AggregateCall> aggregateCalls = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      aggregateCalls.add(
          aggregateCall(calls.get(i), outputName(i, keys, calls), keys.size(), positions));
    }
    plan.set(
        LogicalAggregate.create(
            plan.node(), List.of(), ImmutableBitSet.range(keys.size()), null, aggregateCalls));
  }

  /** The name in the result, unless another column has it: then one that no query can write. */
  private static String outputName(int index, List<Key> keys, List<Call> calls) {
    String name = calls.get(index).name();
    long taken =
        keys.stream().filter(key -> key.name().equals(name)).count()
            + calls.stream().filter(call -> call.name().equals(name)).count();
    return taken == 1 ? name : "$" + index;
  }

  private org.apache.calcite.rel.core.AggregateCall aggregateCall(
      Call call, String name, int keys, Map<RexNode, Integer> positions) {
    List<Integer> arguments = new ArrayList<>();
    SplType argumentType = SplType.DYNAMIC;
    if (call.argument() != null) {
      arguments.add(keys + positions.getOrDefault(call.argument(), 0));
      argumentType = TypeMapping.fromRel(call.argument().getType());
      if (call.time() != null) {
        arguments.add(keys + positions.getOrDefault(call.time(), 0));
      }
    }
    return org.apache.calcite.rel.core.AggregateCall.create(
        new AggregateOperator(call.function(), call.parameter(), allNumbers),
        false,
        false,
        false,
        List.of(),
        arguments,
        -1,
        null,
        RelCollations.EMPTY,
        context.type(call.function().returns(argumentType)),
        name);
  }

  /**
   * Without keys there is a group even over no rows; SPL shows it only when something was counted
   * (spl-semantics §4.4).
   */
  private void dropEmptyRow(List<Call> calls) {
    if (calls.stream().anyMatch(call -> call.function().zeroWhenEmpty())) {
      return;
    }
    plan.filter(context.or(plan.columns().stream().map(context::isPresent).toList()));
  }

  private void sortGroups(int keys) {
    List<OrderKey> order = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      order.add(new OrderKey(i, false, SortOrder.COLUMN));
    }
    plan.set(SplSort.create(plan.node(), order, null));
  }

  /** Names the columns; of two with one name the later one wins, at the place of the first. */
  private void nameOutputs(List<Key> keys, List<Call> calls) {
    Map<String, RexNode> outputs = new LinkedHashMap<>();
    List<RexNode> columns = plan.columns();
    for (int i = 0; i < keys.size(); i++) {
      outputs.put(keys.get(i).name(), columns.get(i));
    }
    for (int i = 0; i < calls.size(); i++) {
      outputs.put(calls.get(i).name(), columns.get(keys.size() + i));
    }
    plan.project(List.copyOf(outputs.values()), List.copyOf(outputs.keySet()));
  }
}
