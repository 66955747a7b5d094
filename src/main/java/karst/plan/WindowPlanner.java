package karst.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.function.AggregateContext;
import karst.plan.rel.Transformation;
import karst.plan.rel.WindowAggregate;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/**
 * Plans commands that put aggregates beside the rows: what is aggregated becomes a column, a
 * transformation adds the results, and in the end these take the places of fields of their names.
 */
public final class WindowPlanner {
  private final PlanBuilder plan;
  private final PlanContext context;
  private final boolean allNumbers;
  private final List<RexNode> columns;
  private final List<String> fields;
  private List<ResolvedAggregate> resolved = List.of();
  private List<Integer> keys = List.of();

  /**
   * Creates a planner.
   *
   * @param allNumbers the {@code allnum} option
   */
  public WindowPlanner(PlanBuilder plan, boolean allNumbers) {
    this.plan = plan;
    this.context = plan.context();
    this.allNumbers = allNumbers;
    this.columns = new ArrayList<>(plan.columns());
    this.fields = List.copyOf(plan.names());
  }

  /** Returns the columns of some fields; one that does not exist becomes one of nulls. */
  public List<Integer> keys(List<FieldName> by) {
    keys = by.stream().map(field -> column(plan.field(field))).toList();
    return keys;
  }

  /** Returns the column of a value. */
  public int column(RexNode value) {
    if (value instanceof RexInputRef input) {
      return input.getIndex();
    }
    int index = columns.indexOf(value);
    if (index < 0) {
      columns.add(value);
      index = columns.size() - 1;
    }
    return index;
  }

  /** Returns aggregations over the columns; faults are reported. */
  public List<WindowAggregate> aggregates(List<AggregateCall> calls, List<FieldName> by) {
    resolved =
        new AggregateResolver(context, plan)
            .resolve(calls, by.stream().map(FieldName::name).toList());
    List<WindowAggregate> aggregates = new ArrayList<>();
    for (ResolvedAggregate call : resolved) {
      RexNode argument = call.argument();
      RexNode time = call.time();
      SplType type = argument == null ? SplType.DYNAMIC : TypeMapping.fromRel(argument.getType());
      aggregates.add(
          new WindowAggregate(
              call.function(),
              new AggregateContext(type, call.parameter(), allNumbers),
              argument == null ? WindowAggregate.NO_COLUMN : column(argument),
              argument == null || time == null ? WindowAggregate.NO_COLUMN : column(time)));
    }
    return aggregates;
  }

  /** Returns the scope of what comes out; all columns must be known before. */
  public FieldScope outputs() {
    return new FieldScope() {
      @Override
      public @Nullable RexNode find(String name) {
        for (int i = resolved.size() - 1; i >= 0; i--) {
          if (resolved.get(i).name().equals(name)) {
            return new RexInputRef(columns.size() + i, context.type(type(resolved.get(i))));
          }
        }
        return plan.find(name);
      }

      @Override
      public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(fields);
        resolved.forEach(call -> names.add(call.name()));
        return names;
      }

      @Override
      public boolean isOpen() {
        return plan.isOpen();
      }
    };
  }

  /** Adds a transformation that gives the columns and then a column for each aggregation. */
  public void apply(Transformation transformation) {
    if (context.diagnostics().hasErrors()) {
      return;
    }
    List<String> names = new ArrayList<>(fields);
    while (names.size() < columns.size()) {
      names.add("$" + names.size());
    }
    if (columns.size() > fields.size()) {
      plan.project(columns, names);
    }
    List<Column> outputs =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    for (ResolvedAggregate call : resolved) {
      outputs.add(new Column("$" + outputs.size(), type(call)));
    }
    plan.transform(transformation, new Schema(outputs));
    nameOutputs();
  }

  private static SplType type(ResolvedAggregate call) {
    RexNode argument = call.argument();
    return call.function()
        .returns(argument == null ? SplType.DYNAMIC : TypeMapping.fromRel(argument.getType()));
  }

  private void nameOutputs() {
    Map<String, RexNode> outputs = new LinkedHashMap<>();
    List<RexNode> after = plan.columns();
    for (int i = 0; i < fields.size(); i++) {
      outputs.put(fields.get(i), after.get(i));
    }
    for (int i = 0; i < resolved.size(); i++) {
      String name = resolved.get(i).name();
      RexNode result = after.get(columns.size() + i);
      RexNode old = outputs.get(name);
      outputs.put(name, old == null || keys.isEmpty() ? result : whereGrouped(result, old, after));
    }
    plan.project(List.copyOf(outputs.values()), List.copyOf(outputs.keySet()));
  }

  /** A row without a key stays as it is. */
  private RexNode whereGrouped(RexNode result, RexNode old, List<RexNode> after) {
    RexNode grouped =
        context.and(keys.stream().map(key -> context.isPresent(after.get(key))).toList());
    return context
        .rex()
        .makeCall(
            CommonType.of(context, List.of(result, old)),
            SqlStdOperatorTable.CASE,
            List.of(grouped, result, old));
  }
}
