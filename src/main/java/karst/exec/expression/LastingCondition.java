package karst.exec.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.function.library.RegexFunctions;
import karst.function.library.SearchPredicates;
import karst.plan.ScalarOperator;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/** Tells conditions that say the same of a value at any time, in any zone. */
public final class LastingCondition {
  /** Functions that know neither the time nor the user's zone; those of programs may. */
  private static final Set<ScalarFunction> LASTING =
      Stream.of(SearchPredicates.all(), EvalOperators.all(), RegexFunctions.ALL)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private LastingCondition() {}

  /** Returns whether a condition says the same of a value in every run. */
  public static boolean is(RexNode condition) {
    return RexUtil.isDeterministic(condition) && isLasting(condition);
  }

  private static boolean isLasting(RexNode node) {
    return !(node instanceof RexCall call)
        || (isLasting(call) && call.getOperands().stream().allMatch(LastingCondition::isLasting));
  }

  private static boolean isLasting(RexCall call) {
    return !(call.getOperator() instanceof ScalarOperator operator)
        || LASTING.contains(operator.function());
  }
}
