package karst.plan;

import java.util.List;
import karst.ast.Expression;
import karst.function.Parameter;
import karst.function.ScalarFunction;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;

/**
 * Checks the patterns, times, formats and numbers that a call writes out, so that a fault is found
 * while planning.
 */
final class ConstantArguments {
  private ConstantArguments() {}

  /** Reports the faults in a call's literal arguments. */
  static void check(ScalarFunction function, List<Expression> arguments, PlanContext context) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expression.StringLiteral literal) {
        check(function.name(), function.parameter(i), literal, context);
      }
    }
    if (function.name().equals("tonumber")) {
      number(arguments, context);
    }
  }

  private static void check(
      String function, Parameter parameter, Expression.StringLiteral literal, PlanContext context) {
    try {
      parameter.check().accept(literal.value());
    } catch (InvalidSyntaxException e) {
      String why = String.valueOf(e.getMessage());
      switch (function) {
        case "match", "replace", "mvfind" ->
            context.error(DiagnosticCode.BAD_REGEX, literal.span(), why);
        case "relative_time" ->
            context.error(
                DiagnosticCode.BAD_TIME,
                literal.span(),
                "`" + literal.value() + "` is no time: " + why);
        default -> context.error(DiagnosticCode.FUNCTION_ARGUMENTS, literal.span(), why);
      }
    }
  }

  /** A text that can never be a number is a fault, not null (spl-semantics §3.8). */
  private static void number(List<Expression> arguments, PlanContext context) {
    double base = 10;
    if (arguments.size() > 1) {
      if (!(arguments.get(1) instanceof Expression.NumberLiteral literal)) {
        return;
      }
      base = Double.parseDouble(literal.text());
      if (!Numbers.isBase(base)) {
        badNumber(literal.span(), "a base is a whole number from 2 to 36", context);
        return;
      }
    }
    if (arguments.get(0) instanceof Expression.StringLiteral text
        && !Numbers.isNumber(text.value(), base)) {
      String inBase = base == 10 ? "" : " in base " + Numbers.format(base);
      badNumber(text.span(), "`" + text.value() + "` is no number" + inBase, context);
    }
  }

  private static void badNumber(Span span, String message, PlanContext context) {
    context.error(DiagnosticCode.BAD_NUMBER, span, message);
  }
}
