package karst.optimize;

import java.time.ZoneOffset;
import java.util.List;
import karst.function.FunctionContext;
import karst.function.ScalarFunction;
import karst.function.library.SearchPredicates;
import karst.plan.ScalarOperator;
import karst.vector.NullVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Comparisons of search terms: a predicate of a value and a constant. */
final class SearchCall {
  private SearchCall() {}

  /** Returns whether an expression is a search comparison with a constant. */
  static boolean is(RexNode node) {
    return node instanceof RexCall call
        && call.getOperator() instanceof ScalarOperator operator
        && SearchPredicates.all().contains(operator.function())
        && call.getOperands().get(1) instanceof RexLiteral;
  }

  /** Returns whether an expression is a search comparison of a choice with a constant. */
  static boolean isOverCase(RexNode node) {
    return is(node) && ((RexCall) node).getOperands().get(0).getKind() == SqlKind.CASE;
  }

  /** Returns whether a search comparison is true of the empty text. */
  static boolean holdsForEmpty(RexCall comparison) {
    return holds(comparison, StringVector.of(""));
  }

  /**
   * Returns a comparison of null or a text with a constant as the constant that it is; others as
   * they are. A number waits for the run, which knows how SPL writes it.
   */
  static RexNode fold(RexNode node, RexBuilder rex) {
    if (is(node)
        && ((RexCall) node).getOperands().get(0) instanceof RexLiteral literal
        && (literal.isNull() || SqlTypeUtil.inCharFamily(literal.getType()))) {
      Vector value =
          literal.isNull()
              ? new NullVector(1)
              : StringVector.of(String.valueOf(literal.getValueAs(String.class)));
      return rex.makeLiteral(holds((RexCall) node, value));
    }
    return node;
  }

  private static boolean holds(RexCall comparison, Vector value) {
    ScalarFunction function = ((ScalarOperator) comparison.getOperator()).function();
    RexLiteral constant = (RexLiteral) comparison.getOperands().get(1);
    StringVector other = StringVector.of(String.valueOf(constant.getValueAs(String.class)));
    Vector answer =
        function.kernel().apply(List.of(value, other), 1, new FunctionContext(0, ZoneOffset.UTC));
    return answer.booleanAt(0);
  }
}
