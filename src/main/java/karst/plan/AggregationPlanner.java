package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.plan.rel.Expand;
import karst.plan.rel.SplSort;
import karst.type.SplType;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

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

  /**
   * Replaces a plan by its groups, as a chart does: aggregations may be expressions over others.
   */
  public static void ofChart(PlanBuilder plan, List<Key> keys, List<AggregateCall> aggregates) {
    new EvaluatedAggregates(plan.context(), aggregates).aggregate(plan, keys);
  }

  /** Replaces the plan by its groups: the keys, then the aggregations, in the order given. */
  public void aggregate(List<Key> keys, List<AggregateCall> aggregates) {
    List<String> keyNames = keys.stream().map(Key::name).toList();
    List<ResolvedAggregate> calls =
        new AggregateResolver(context, scope).resolve(aggregates, keyNames);
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

  /**
   * Replaces the plan by what is grouped later on: the keys, and the fields that the aggregations
   * take, a row for each value of a key. Rows without a key drop out.
   */
  public void collect(List<Key> keys, List<AggregateCall> aggregates) {
    new AggregateResolver(context, scope)
        .resolve(aggregates, keys.stream().map(Key::name).toList());
    if (context.diagnostics().hasErrors()) {
      return;
    }
    Map<String, RexNode> columns = new LinkedHashMap<>();
    keys.forEach(key -> columns.put(key.name(), key.value()));
    for (AggregateCall aggregate : aggregates) {
      FieldName field = aggregate.field();
      RexNode value = field == null ? null : scope.find(field.name());
      if (field != null && value != null) {
        columns.putIfAbsent(field.name(), value);
      }
    }
    if (columns.isEmpty()) {
      columns.put("_count", context.number(BigDecimal.ONE));
    }
    plan.project(List.copyOf(columns.values()), List.copyOf(columns.keySet()));
    for (int i = 0; i < keys.size(); i++) {
      RexNode key = plan.columns().get(i);
      if (key.getType().isNullable()) {
        plan.filter(context.isPresent(key));
      }
    }
    spreadKeys(keys.size());
  }

  private void projectInputs(List<Key> keys, List<ResolvedAggregate> calls) {
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
  private static Map<RexNode, Integer> arguments(List<ResolvedAggregate> calls) {
    Map<RexNode, Integer> positions = new LinkedHashMap<>();
    for (ResolvedAggregate call : calls) {
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

  private void group(List<Key> keys, List<ResolvedAggregate> calls) {
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
  private static String outputName(int index, List<Key> keys, List<ResolvedAggregate> calls) {
    String name = calls.get(index).name();
    long taken =
        keys.stream().filter(key -> key.name().equals(name)).count()
            + calls.stream().filter(call -> call.name().equals(name)).count();
    return taken == 1 ? name : "$" + index;
  }

  private org.apache.calcite.rel.core.AggregateCall aggregateCall(
      ResolvedAggregate call, String name, int keys, Map<RexNode, Integer> positions) {
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
  private void dropEmptyRow(List<ResolvedAggregate> calls) {
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
  private void nameOutputs(List<Key> keys, List<ResolvedAggregate> calls) {
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
