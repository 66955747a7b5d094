package karst.optimize;

import java.util.List;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.plan.ScalarOperator;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What is known of blank columns, that is, of null and the empty text: a search comparison that the
 * empty text does not satisfy is true of columns that are not blank only.
 *
 * <p>Columns that can hold lists are left alone: a list can hold an empty text beside another.
 */
final class Blank {
  private Blank() {}

  /** Returns whether {@code condition} is {@code x != ""} and a comparison of x implies it. */
  static boolean isImpliedBy(RexNode condition, RexNode comparison) {
    RexInputRef column = comparedToEmpty(condition, EvalOperators.NOT_EQUAL);
    return column != null && comparesNotBlank(comparison, column);
  }

  /** Returns whether {@code condition} says that x is blank and a comparison of x excludes it. */
  static boolean excludes(RexNode condition, RexNode comparison) {
    List<RexNode> terms = RelOptUtil.disjunctions(condition);
    if (terms.size() != 2 || terms.get(0).getKind() != SqlKind.IS_NULL) {
      return false;
    }
    RexInputRef column = comparedToEmpty(terms.get(1), EvalOperators.EQUAL);
    return column != null
        && ((RexCall) terms.get(0)).getOperands().get(0).equals(column)
        && comparesNotBlank(comparison, column);
  }

  private static @Nullable RexInputRef comparedToEmpty(RexNode node, ScalarFunction comparison) {
    boolean matches =
        node instanceof RexCall call
            && call.getOperator() instanceof ScalarOperator operator
            && operator.function() == comparison
            && call.getOperands().get(1) instanceof RexLiteral literal
            && "".equals(literal.getValueAs(String.class));
    if (!matches || !(((RexCall) node).getOperands().get(0) instanceof RexInputRef column)) {
      return null;
    }
    return column.getType().getSqlTypeName() == SqlTypeName.VARCHAR ? column : null;
  }

  /** Whether every alternative compares the column with something that the empty text is not. */
  private static boolean comparesNotBlank(RexNode comparison, RexInputRef column) {
    for (RexNode term : RelOptUtil.disjunctions(comparison)) {
      boolean notBlank =
          SearchCall.is(term)
              && ((RexCall) term).getOperands().get(0).equals(column)
              && !SearchCall.holdsForEmpty((RexCall) term);
      if (!notBlank) {
        return false;
      }
    }
    return true;
  }
}
