package karst.optimize;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.function.NullPolicy;
import karst.function.ScalarFunction;
import karst.function.library.BucketFunctions;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import karst.type.InvalidSyntaxException;
import karst.type.SplRegex;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Drops the question whether a value is there where it always is: a data model's calculation {@code
 * if(isnull(user) OR user="", "unknown", user)} is never null, and need not be computed to find
 * that out.
 */
final class Presence extends RexShuttle {
  private final RexBuilder rex;

  Presence(RexBuilder rex) {
    this.rex = rex;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    return switch (call.getKind()) {
      case IS_NOT_NULL -> present(call.getOperands().get(0), call);
      case AND -> RexUtil.composeConjunction(rex, visitList(call.getOperands()));
      case OR -> RexUtil.composeDisjunction(rex, visitList(call.getOperands()));
      default -> super.visitCall(call);
    };
  }

  private RexNode present(RexNode value, RexCall question) {
    if (isPresent(value, Set.of())) {
      return rex.makeLiteral(true);
    }
    if (is(value, BucketFunctions.TIME)) {
      RexNode time = ((RexCall) value).getOperands().get(0);
      if (time.getType().getSqlTypeName() == SqlTypeName.DOUBLE) {
        return present(time, (RexCall) rex.makeCall(question.getOperator(), time));
      }
    }
    return question;
  }

  /** Returns whether an expression has a value wherever some columns have one. */
  private static boolean isPresent(RexNode value, Set<RexNode> present) {
    if (isLiteral(value) || present.contains(value)) {
      return true;
    }
    if (value.getKind() == SqlKind.CASE) {
      return isChoicePresent(((RexCall) value).getOperands(), present);
    }
    if (value instanceof RexCall call && call.getOperator() == SpecialOperators.FIRST_PRESENT) {
      return call.getOperands().stream().anyMatch(operand -> isPresent(operand, present));
    }
    return isReplacedText(value, present);
  }

  private static boolean isChoicePresent(List<RexNode> choice, Set<RexNode> present) {
    Set<RexNode> known = new HashSet<>(present);
    for (int i = 0; i + 1 < choice.size(); i += 2) {
      RexNode condition = choice.get(i);
      Set<RexNode> inBranch = new HashSet<>(known);
      addWhatIsPresentIf(condition, inBranch);
      if (!isPresent(choice.get(i + 1), inBranch)) {
        return false;
      }
      if (condition.isAlwaysTrue()) {
        return true;
      }
      addWhatIsPresentUnless(condition, known);
    }
    return isPresent(choice.get(choice.size() - 1), known);
  }

  /** Adds the columns that a true condition shows to be there. */
  private static void addWhatIsPresentIf(RexNode condition, Set<RexNode> present) {
    if (condition.getKind() == SqlKind.AND) {
      ((RexCall) condition).getOperands().forEach(term -> addWhatIsPresentIf(term, present));
    } else if (condition.getKind() == SqlKind.IS_NOT_NULL) {
      present.add(((RexCall) condition).getOperands().get(0));
    } else if (condition instanceof RexCall call
        && call.getOperator() instanceof ScalarOperator operator
        && operator.function().nulls() == NullPolicy.STRICT) {
      call.getOperands().stream().filter(RexInputRef.class::isInstance).forEach(present::add);
    }
  }

  /** Adds the columns that are there when a condition is not true. */
  private static void addWhatIsPresentUnless(RexNode condition, Set<RexNode> present) {
    if (condition.getKind() == SqlKind.OR) {
      ((RexCall) condition).getOperands().forEach(term -> addWhatIsPresentUnless(term, present));
    } else if (condition.getKind() == SqlKind.IS_NULL) {
      present.add(((RexCall) condition).getOperands().get(0));
    }
  }

  /** A single text in which something is replaced, by literals, is a text again. */
  private static boolean isReplacedText(RexNode value, Set<RexNode> present) {
    return value instanceof RexCall call
        && call.getOperator() instanceof ScalarOperator operator
        && operator.function().name().equals("replace")
        && isText(call.getOperands().get(0))
        && isPresent(call.getOperands().get(0), present)
        && call.getOperands().stream().skip(1).allMatch(Presence::isLiteral)
        && isRegex((RexLiteral) call.getOperands().get(1));
  }

  private static boolean isRegex(RexLiteral literal) {
    try {
      SplRegex.compile(String.valueOf(literal.getValueAs(String.class)));
      return true;
    } catch (InvalidSyntaxException e) {
      return false;
    }
  }

  private static boolean isText(RexNode node) {
    SqlTypeName type = node.getType().getSqlTypeName();
    return type == SqlTypeName.VARCHAR || type == SqlTypeName.CHAR;
  }

  private static boolean isLiteral(RexNode node) {
    return node instanceof RexLiteral literal && !literal.isNull();
  }

  private static boolean is(RexNode node, ScalarFunction function) {
    return node instanceof RexCall call
        && call.getOperator() instanceof ScalarOperator operator
        && operator.function() == function;
  }
}
