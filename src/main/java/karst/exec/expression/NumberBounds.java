package karst.exec.expression;

import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.function.library.SearchPredicates;
import karst.plan.ScalarOperator;
import karst.table.NumberRange;
import karst.type.Numbers;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bounds within which a column of numbers lies wherever a condition is true: those of its
 * comparisons with constants that all must be true.
 */
public final class NumberBounds {
  private NumberBounds() {}

  /** Returns the bounds of a column, which are wide rather than wrong; null for none. */
  public static @Nullable NumberRange of(RexNode condition, int column) {
    NumberRange range = NumberRange.ALL;
    for (RexNode term : RelOptUtil.conjunctions(condition)) {
      if (term instanceof RexCall call
          && call.getOperator() instanceof ScalarOperator operator
          && call.getOperands().size() == 2) {
        range = range.and(comparison(operator.function(), call, column));
      }
    }
    return range.equals(NumberRange.ALL) ? null : range;
  }

  private static NumberRange comparison(ScalarFunction function, RexCall call, int column) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    Double bound = isColumn(left, column) ? number(right) : null;
    if (bound != null) {
      return range(function, bound, true);
    }
    bound = isColumn(right, column) ? number(left) : null;
    return bound == null ? NumberRange.ALL : range(function, bound, false);
  }

  private static boolean isColumn(RexNode node, int column) {
    return node instanceof RexInputRef input && input.getIndex() == column;
  }

  /** Text that looks like a number is one beside a column of numbers. */
  private static @Nullable Double number(RexNode node) {
    if (!(node instanceof RexLiteral literal) || literal.isNull()) {
      return null;
    }
    if (literal.getTypeName() != SqlTypeName.CHAR && literal.getTypeName() != SqlTypeName.VARCHAR) {
      return SqlTypeName.NUMERIC_TYPES.contains(literal.getTypeName())
          ? literal.getValueAs(Double.class)
          : null;
    }
    String text = literal.getValueAs(String.class);
    return text == null || !Numbers.isNumber(text) ? null : Double.valueOf(Numbers.parse(text));
  }

  private static NumberRange range(ScalarFunction function, double bound, boolean columnFirst) {
    if (isLess(function)) {
      return columnFirst ? atMost(bound) : atLeast(bound);
    }
    if (isGreater(function)) {
      return columnFirst ? atLeast(bound) : atMost(bound);
    }
    return NumberRange.ALL;
  }

  private static boolean isLess(ScalarFunction function) {
    return function == SearchPredicates.LESS
        || function == SearchPredicates.LESS_OR_EQUAL
        || function == EvalOperators.LESS
        || function == EvalOperators.LESS_OR_EQUAL;
  }

  private static boolean isGreater(ScalarFunction function) {
    return function == SearchPredicates.GREATER
        || function == SearchPredicates.GREATER_OR_EQUAL
        || function == EvalOperators.GREATER
        || function == EvalOperators.GREATER_OR_EQUAL;
  }

  private static NumberRange atMost(double bound) {
    return new NumberRange(Double.NEGATIVE_INFINITY, bound);
  }

  private static NumberRange atLeast(double bound) {
    return new NumberRange(bound, Double.POSITIVE_INFINITY);
  }
}
