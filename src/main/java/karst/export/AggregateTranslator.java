package karst.export;

import java.util.ArrayList;
import java.util.List;
import karst.plan.AggregateOperator;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Turns groupings into those of SQL. An aggregation of SPL may be several of SQL and an expression
 * over their results.
 */
final class AggregateTranslator implements AggregateArguments.Maker {
  private final PlanTranslator plans;
  private final Sql sql;
  private final List<RexNode> inputs = new ArrayList<>();
  private final List<AggregateCall> calls = new ArrayList<>();
  private int keys;

  AggregateTranslator(PlanTranslator plans) {
    this.plans = plans;
    this.sql = plans.sql();
  }

  Rows translate(Aggregate aggregate) {
    boolean ordered = aggregate.getAggCallList().stream().anyMatch(AggregateTranslator::needsOrder);
    Rows rows = plans.limited(aggregate.getInput(), ordered);
    keys = aggregate.getGroupCount();
    for (int i = 0; i < keys; i++) {
      RexNode key = rows.columns().get(i);
      if (Sql.shape(key) == SqlShape.LIST) {
        throw sql.dialect().refusal("groups of several values");
      }
      inputs.add(key);
    }
    List<RexNode> results = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      results.add(result(call, rows));
    }
    List<String> names = aggregate.getRowType().getFieldNames();
    RelNode grouped =
        LogicalAggregate.create(
            input(rows, names), List.of(), ImmutableBitSet.range(keys), null, named(names));
    List<RexNode> outputs = new ArrayList<>(Rows.references(grouped, keys));
    outputs.addAll(results);
    List<RexNode> unique = outputs.subList(0, keys);
    return new Rows(grouped, outputs, List.of(), keys == 0, unique, null).settled(names);
  }

  @Override
  public boolean makesWindows() {
    return false;
  }

  private static boolean needsOrder(AggregateCall call) {
    return call.getAggregation() instanceof AggregateOperator operator
        && operator.function().orderSensitive();
  }

  private RexNode result(AggregateCall call, Rows rows) {
    AggregateOperator operator = (AggregateOperator) call.getAggregation();
    List<Integer> arguments = call.getArgList();
    return new AggregateArguments(
            operator.function(),
            operator.parameter(),
            operator.allNumbers(),
            arguments.isEmpty() ? null : rows.columns().get(arguments.get(0)),
            arguments.size() < 2 ? null : rows.columns().get(arguments.get(1)),
            rows,
            sql,
            this)
        .render();
  }

  /** Adds an aggregation of SQL and returns the reference to its result. */
  @Override
  public RexNode aggregate(SqlShape shape, String template, List<RexNode> operands) {
    List<Integer> arguments = operands.stream().map(this::input).toList();
    AggregateCall call =
        AggregateCall.create(
            new TemplateAggregate(template, sql.type(shape)),
            false,
            false,
            false,
            List.of(),
            arguments,
            -1,
            null,
            RelCollations.EMPTY,
            sql.type(shape),
            null);
    int known = calls.indexOf(call);
    if (known < 0) {
      calls.add(call);
      known = calls.size() - 1;
    }
    return new RexInputRef(keys + known, sql.type(shape));
  }

  private int input(RexNode operand) {
    int known = inputs.lastIndexOf(operand);
    if (known < 0) {
      inputs.add(operand);
      return inputs.size() - 1;
    }
    return known;
  }

  private RelNode input(Rows rows, List<String> names) {
    List<String> inputNames = new ArrayList<>(names.subList(0, keys));
    for (int i = keys; i < inputs.size(); i++) {
      boolean column = inputs.get(i) instanceof RexInputRef;
      inputNames.add(
          column
              ? rows.node()
                  .getRowType()
                  .getFieldNames()
                  .get(((RexInputRef) inputs.get(i)).getIndex())
              : "$" + i);
    }
    if (inputs.isEmpty()) {
      inputs.add(sql.truth(true));
      inputNames.add("$row");
    }
    return Projections.project(rows.node(), inputs, Projections.distinct(inputNames));
  }

  private List<AggregateCall> named(List<String> names) {
    List<AggregateCall> named = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      boolean alike = calls.size() == names.size() - keys;
      named.add(calls.get(i).withName(alike ? names.get(keys + i) : "$" + i));
    }
    return named;
  }
}
