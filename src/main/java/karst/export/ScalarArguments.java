package karst.export;

import java.math.BigDecimal;
import java.util.List;
import karst.function.ScalarFunction;
import karst.type.SplType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

/**
 * The arguments of one call, translated, none of them a list unless the function takes lists.
 *
 * @param sql makes expressions
 * @param function the function of SPL
 * @param operands the arguments in their own shapes
 * @param lenient whether null may be answered where false is meant
 */
public record ScalarArguments(
    Sql sql, ScalarFunction function, List<RexNode> operands, boolean lenient) {
  /** Returns how many there are. */
  public int size() {
    return operands.size();
  }

  /** Returns an argument in its own shape. */
  public RexNode get(int index) {
    return operands.get(index);
  }

  /** Returns an argument as text. */
  public RexNode text(int index) {
    return sql.toText(operands.get(index));
  }

  /** Returns an argument as a number. */
  public RexNode number(int index) {
    return sql.toDouble(operands.get(index));
  }

  /** Returns an argument as its parameter wants it; one that may be anything as text. */
  public RexNode declared(int index) {
    return function.parameter(index).type().isNumeric() ? number(index) : text(index);
  }

  /** Returns the text of an argument that must be a constant. */
  public String constant(int index) {
    String text = Sql.constant(operands.get(index));
    if (text == null) {
      throw new ExportRefusal(
          "`" + function.name() + "` needs a constant as its argument " + (index + 1));
    }
    return text;
  }

  /** Returns the whole number that an argument must be. */
  public int constantInteger(int index) {
    if (operands.get(index) instanceof RexLiteral literal
        && !literal.isNull()
        && Sql.shape(literal).isNumeric()) {
      return literal.getValueAs(BigDecimal.class).intValue();
    }
    throw new ExportRefusal(
        "`" + function.name() + "` needs a constant as its argument " + (index + 1));
  }

  /** Returns whether the function answers a truth value. */
  boolean answersTruth() {
    return function.returns() instanceof SplType.Bool;
  }
}
