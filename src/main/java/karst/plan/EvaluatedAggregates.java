package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.function.library.AggregateFunctions;
import org.apache.calcite.rex.RexNode;

/**
 * Plans aggregations of which some are expressions over others: {@code eval(avg(a)/max(b))}. The
 * aggregations within are planned under names that no query can write; what is made of them is
 * computed group by group.
 */
final class EvaluatedAggregates {
  /** How an expression over aggregations is called. */
  private static final String EVAL = "eval";

  private final PlanContext context;
  private final List<AggregateCall> calls;
  private final List<AggregateCall> hidden = new ArrayList<>();

  EvaluatedAggregates(PlanContext context, List<AggregateCall> calls) {
    this.context = context;
    this.calls = List.copyOf(calls);
  }

  /** Returns whether a call is an expression over aggregations. */
  static boolean isExpression(AggregateCall call) {
    return call.function().toLowerCase(Locale.ROOT).equals(EVAL) && call.expression() != null;
  }

  /** Replaces a plan by its groups: the keys, then the aggregations, in the order given. */
  void aggregate(PlanBuilder plan, List<AggregationPlanner.Key> keys) {
    AggregationPlanner planner = new AggregationPlanner(plan, plan, false, false);
    if (calls.stream().noneMatch(EvaluatedAggregates::isExpression)) {
      planner.aggregate(keys, calls);
      return;
    }
    Map<String, Expression> expressions = new LinkedHashMap<>();
    List<AggregateCall> plain = new ArrayList<>();
    for (AggregateCall call : calls) {
      Expression expression = call.expression();
      if (isExpression(call) && expression != null) {
        expressions.put(call.name(), rewritten(expression));
      } else {
        plain.add(call);
      }
    }
    plain.addAll(hidden);
    planner.aggregate(keys, plain);
    if (context.diagnostics().hasErrors()) {
      return;
    }
    int inner = plan.names().size() - hidden.size();
    Map<String, RexNode> outputs = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      outputs.put(plan.names().get(i), plan.columns().get(i));
    }
    List<String> made = plan.names().subList(keys.size(), inner);
    for (AggregateCall call : calls) {
      Expression expression = expressions.get(call.name());
      if (isExpression(call) && expression != null) {
        outputs.put(call.name(), new ExpressionConverter(context, plan).value(expression));
      } else {
        FieldPattern pattern = FieldPattern.of(call.name());
        for (String name : made) {
          if (name.equals(call.name()) || pattern.match(name) != null) {
            outputs.put(name, plan.columns().get(plan.indexOf(name)));
          }
        }
      }
    }
    plan.project(List.copyOf(outputs.values()), List.copyOf(outputs.keySet()));
  }

  /** An expression in which the aggregations are fields. */
  private Expression rewritten(Expression expression) {
    if (expression instanceof Expression.Unary unary) {
      return new Expression.Unary(unary.operator(), rewritten(unary.operand()), unary.span());
    } else if (expression instanceof Expression.Binary binary) {
      return new Expression.Binary(
          binary.operator(), rewritten(binary.left()), rewritten(binary.right()), binary.span());
    } else if (expression instanceof Expression.In in) {
      return new Expression.In(rewritten(in.value()), rewritten(in.items()), in.span());
    } else if (expression instanceof Expression.Call call) {
      return isAggregation(call)
          ? aggregated(call)
          : new Expression.Call(
              call.name(), call.nameSpan(), rewritten(call.arguments()), call.span());
    } else if (expression instanceof Expression.Field field && isCount(field)) {
      return aggregated(new Expression.Call(field.name(), field.span(), List.of(), field.span()));
    }
    return expression;
  }

  private List<Expression> rewritten(List<Expression> expressions) {
    return expressions.stream().map(this::rewritten).toList();
  }

  /** Alone among the aggregations, count may stand without parentheses. */
  private static boolean isCount(Expression.Field field) {
    return !field.quoted() && field.name().equalsIgnoreCase("count");
  }

  /** Some names are of a function, too: that of several values, or of a value that is made. */
  private boolean isAggregation(Expression.Call call) {
    return context.aggregates().find(call.name()) != null
        && call.arguments().size() <= 1
        && !call.name().equalsIgnoreCase(AggregateFunctions.SPARKLINE);
  }

  private Expression aggregated(Expression.Call call) {
    String name = "$aggregate " + hidden.size();
    Expression argument = call.arguments().isEmpty() ? null : call.arguments().get(0);
    FieldName field = null;
    if (argument instanceof Expression.Field named) {
      field = new FieldName(named.name(), named.span());
      argument = null;
    } else if (argument instanceof Expression.DottedName dotted) {
      List<String> parts = dotted.parts().stream().map(Expression.Field::name).toList();
      field = new FieldName(String.join(".", parts), dotted.span());
      argument = null;
    } else if (argument instanceof Expression.Call inner
        && inner.name().equalsIgnoreCase(EVAL)
        && inner.arguments().size() == 1) {
      argument = inner.arguments().get(0);
    }
    hidden.add(
        new AggregateCall(call.name(), field, argument, Double.NaN, name, true, call.span()));
    return new Expression.Field(name, true, call.span());
  }
}
