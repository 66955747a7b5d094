package karst.exec.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.function.library.SearchPredicates;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import karst.table.RequiredText;
import karst.type.Numbers;
import karst.type.WildcardPattern;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts without which a condition cannot be true: each row for which it is true has one of
 * them within a column of text.
 *
 * <p>A comparison with a constant needs the constant, or one of its runs between stars; an
 * alternative needs what either side needs. A column that a data model calculates is seen through
 * as far as its values are columns, constants, or parts of columns.
 */
public final class RequiredTexts {
  private static final String GROUP = "\\1";

  private RequiredTexts() {}

  /** Returns what a condition needs: of each element, at least one text. */
  public static List<RequiredText> of(RexNode condition) {
    List<RequiredText> required = new ArrayList<>();
    for (RexNode term : RelOptUtil.conjunctions(condition)) {
      List<String> texts = alternatives(term);
      if (texts != null && !texts.isEmpty()) {
        required.add(new RequiredText(texts));
      }
    }
    return required;
  }

  /** Returns texts of which one is needed; none if it is never true, null if none is known. */
  private static @Nullable List<String> alternatives(RexNode condition) {
    if (condition.isAlwaysFalse()) {
      return List.of();
    }
    return switch (condition.getKind()) {
      case OR -> any(((RexCall) condition).getOperands());
      case AND -> rarest(((RexCall) condition).getOperands());
      case CASE -> choice((RexCall) condition);
      default -> condition instanceof RexCall call ? comparison(call) : null;
    };
  }

  private static @Nullable List<String> any(List<RexNode> conditions) {
    List<String> all = new ArrayList<>();
    for (RexNode condition : conditions) {
      List<String> texts = alternatives(condition);
      if (texts == null) {
        return null;
      }
      all.addAll(texts);
    }
    return all;
  }

  /** Of several needs, the one whose shortest text is longest. */
  private static @Nullable List<String> rarest(List<RexNode> conditions) {
    List<String> best = null;
    for (RexNode condition : conditions) {
      List<String> texts = alternatives(condition);
      if (texts != null && (best == null || shortest(texts) > shortest(best))) {
        best = texts;
      }
    }
    return best;
  }

  private static int shortest(List<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE);
  }

  /** A branch is taken when its condition is true, and then its value must be. */
  private static @Nullable List<String> choice(RexCall choice) {
    List<RexNode> operands = choice.getOperands();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < operands.size(); i += 2) {
      boolean last = i == operands.size() - 1;
      List<String> texts =
          last ? alternatives(operands.get(i)) : rarest(operands.subList(i, i + 2));
      if (texts == null) {
        return null;
      }
      all.addAll(texts);
    }
    return all;
  }

  private static @Nullable List<String> comparison(RexCall call) {
    if (!(call.getOperator() instanceof ScalarOperator operator)
        || call.getOperands().size() != 2
        || !(call.getOperands().get(1) instanceof RexLiteral literal)
        || literal.getTypeName() != SqlTypeName.CHAR
            && literal.getTypeName() != SqlTypeName.VARCHAR) {
      return null;
    }
    String text = String.valueOf(literal.getValueAs(String.class));
    ScalarFunction function = operator.function();
    WildcardPattern pattern;
    if (function == SearchPredicates.EQUAL || function == SearchPredicates.EQUAL_CASE) {
      // A subnet is in no text, only the addresses that it has.
      pattern = text.indexOf('/') < 0 || text.indexOf('*') >= 0 ? pattern(text) : null;
    } else if (function == EvalOperators.EQUAL && text.indexOf('*') < 0) {
      // Two numbers are compared by value, however they are written.
      pattern = Numbers.isNumber(text) ? null : pattern(text);
    } else {
      pattern = null;
    }
    if (pattern == null) {
      return null;
    }
    String run = pattern.literals().stream().max(Comparator.comparing(String::length)).orElse("");
    return run.isEmpty() || run.indexOf('\n') >= 0
        ? null
        : in(call.getOperands().get(0), pattern, run);
  }

  private static WildcardPattern pattern(String text) {
    return WildcardPattern.compile(text, false);
  }

  /** Returns the run if an expression that matches has it within a column, null if it need not. */
  private static @Nullable List<String> in(RexNode value, WildcardPattern pattern, String run) {
    if (value instanceof RexInputRef column) {
      return column.getType().getSqlTypeName() == SqlTypeName.VARCHAR ? List.of(run) : null;
    }
    if (value instanceof RexLiteral literal) {
      String text = literal.isNull() ? null : literal.getValueAs(String.class);
      return text != null && pattern.matches(text) ? null : List.of();
    }
    if (!(value instanceof RexCall call)) {
      return null;
    }
    if (call.getKind() == SqlKind.CASE) {
      List<RexNode> values = new ArrayList<>();
      for (int i = 1; i < call.getOperands().size(); i += 2) {
        values.add(call.getOperands().get(i));
      }
      values.add(call.getOperands().get(call.getOperands().size() - 1));
      return inAny(values, pattern, run);
    }
    if (call.getOperator() == SpecialOperators.FIRST_PRESENT) {
      return inAny(call.getOperands(), pattern, run);
    }
    return isPart(call) ? in(call.getOperands().get(0), pattern, run) : null;
  }

  private static @Nullable List<String> inAny(
      List<RexNode> values, WildcardPattern pattern, String run) {
    List<String> all = new ArrayList<>();
    for (RexNode value : values) {
      List<String> texts = in(value, pattern, run);
      if (texts == null) {
        return null;
      }
      all.addAll(texts);
    }
    return all.stream().distinct().toList();
  }

  /**
   * Whether a call puts a group in place of the whole text. Then the answer is the text, or the
   * group and perhaps the line feed that {@code $} leaves at the end.
   */
  private static boolean isPart(RexCall call) {
    if (!(call.getOperator() instanceof ScalarOperator operator)
        || !operator.function().name().equals("replace")
        || !(call.getOperands().get(1) instanceof RexLiteral regex)
        || !(call.getOperands().get(2) instanceof RexLiteral replacement)
        || !GROUP.equals(replacement.getValueAs(String.class))) {
      return false;
    }
    String pattern =
        String.valueOf(regex.getValueAs(String.class)).replaceFirst("^\\(\\?[is]+\\)", "");
    return pattern.startsWith("^")
        && pattern.endsWith("$")
        && !pattern.endsWith("\\$")
        && pattern.indexOf('|') < 0
        && !pattern.contains("(?");
  }
}
