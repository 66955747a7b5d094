package karst.plan;

import java.math.BigDecimal;
import java.util.List;
import karst.ast.Expression;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.function.library.SignificantDigits;
import org.apache.calcite.rex.RexNode;

/**
 * Spells {@code sigfig} out: a product or quotient has as many significant digits as the operand
 * that has the fewest, a sum or difference as many decimals (spl-semantics §3.8).
 */
final class SignificantFigures {
  private final ExpressionConverter converter;

  SignificantFigures(ExpressionConverter converter) {
    this.converter = converter;
  }

  /** Returns the value of a calculation, rounded after each of its steps. */
  RexNode convert(Expression calculation) {
    return converter.apply(EvalOperators.MULTIPLY, rounded(calculation), one());
  }

  private RexNode one() {
    return converter.context().number(BigDecimal.ONE);
  }

  private RexNode rounded(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      return converter.context().text(number.text());
    }
    if (expression instanceof Expression.Binary binary) {
      switch (binary.operator()) {
        case MULTIPLY -> {
          return digits(EvalOperators.MULTIPLY, binary);
        }
        case DIVIDE -> {
          return digits(EvalOperators.DIVIDE, binary);
        }
        case ADD -> {
          return decimals(EvalOperators.ADD, binary);
        }
        case SUBTRACT -> {
          return decimals(EvalOperators.SUBTRACT, binary);
        }
        default -> {}
      }
    }
    return converter.operand(expression);
  }

  private RexNode digits(ScalarFunction operator, Expression.Binary binary) {
    return rounded(operator, SignificantDigits.COUNT, SignificantDigits.ROUND, binary);
  }

  private RexNode decimals(ScalarFunction operator, Expression.Binary binary) {
    return rounded(operator, SignificantDigits.DECIMALS, SignificantDigits.ROUND_DECIMALS, binary);
  }

  private RexNode rounded(
      ScalarFunction operator,
      ScalarFunction count,
      ScalarFunction round,
      Expression.Binary binary) {
    RexNode left = rounded(binary.left());
    RexNode right = rounded(binary.right());
    RexNode fewest = smaller(converter.apply(count, left), converter.apply(count, right));
    return converter.apply(round, converter.apply(operator, left, right), fewest);
  }

  private RexNode smaller(RexNode left, RexNode right) {
    RexNode less = converter.apply(EvalOperators.LESS, left, right);
    return converter.choice(List.of(less, left, right));
  }
}
