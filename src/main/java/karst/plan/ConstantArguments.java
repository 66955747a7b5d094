package karst.plan;

import java.util.List;
import karst.ast.Expression;
import karst.function.ScalarFunction;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.SplRegex;
import karst.type.TimeModifier;

/**
 * Checks the patterns and times that a call writes out, so that a fault is found while planning.
 */
final class ConstantArguments {
  private ConstantArguments() {}

  /** Reports the faults in a call's literal arguments. */
  static void check(ScalarFunction function, List<Expression> arguments, PlanContext context) {
    if (arguments.size() < 2 || !(arguments.get(1) instanceof Expression.StringLiteral literal)) {
      return;
    }
    switch (function.name()) {
      case "match", "replace", "mvfind" -> regex(literal.value(), literal.span(), context);
      case "relative_time" -> time(literal.value(), literal.span(), context);
      default -> {}
    }
  }

  private static void regex(String pattern, Span span, PlanContext context) {
    try {
      SplRegex.compile(pattern);
    } catch (InvalidSyntaxException e) {
      context.error(DiagnosticCode.BAD_REGEX, span, String.valueOf(e.getMessage()));
    }
  }

  private static void time(String modifier, Span span, PlanContext context) {
    try {
      TimeModifier.parse(modifier);
    } catch (InvalidSyntaxException e) {
      context.error(
          DiagnosticCode.BAD_TIME, span, "`" + modifier + "` is no time: " + e.getMessage());
    }
  }
}
