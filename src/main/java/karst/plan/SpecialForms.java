package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import karst.ast.Expression;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/**
 * The functions that the planner spells out itself, because they do not evaluate all of their
 * arguments or because the algebra has them.
 */
final class SpecialForms {
  private static final Map<String, BiFunction<List<Expression>, ExpressionConverter, RexNode>>
      FORMS =
          Map.ofEntries(
              Map.entry("if", SpecialForms::ifThenElse),
              Map.entry("case", SpecialForms::caseOf),
              Map.entry("validate", SpecialForms::validate),
              Map.entry("coalesce", SpecialForms::coalesce),
              Map.entry("nullif", SpecialForms::nullIf),
              Map.entry("in", SpecialForms::in),
              Map.entry("isnull", SpecialForms::isNull),
              Map.entry("isnotnull", SpecialForms::isNotNull),
              Map.entry("true", (arguments, converter) -> converter.context().truth(true)),
              Map.entry("false", (arguments, converter) -> converter.context().truth(false)),
              Map.entry("null", (arguments, converter) -> converter.context().nothing()),
              Map.entry("mvfilter", (arguments, form) -> new EachValue(form).filter(arguments)),
              Map.entry("mvmap", (arguments, form) -> new EachValue(form).map(arguments)),
              Map.entry("lookup", LookupFunction::convert),
              Map.entry("getfields", SpecialForms::getFields),
              Map.entry("sigfig", (arguments, form) -> sigfig(arguments.get(0), form)),
              Map.entry("searchmatch", SpecialForms::searchMatch));

  private SpecialForms() {}

  /** Returns the expression of a special form; null for an ordinary function. */
  static @Nullable RexNode convert(
      ScalarFunction function, List<Expression> arguments, ExpressionConverter converter) {
    if (arguments.size() == 1 && arguments.get(0) instanceof Expression.StringLiteral) {
      RexNode known = ofTextLiteral(function.name(), converter.context());
      if (known != null) {
        return known;
      }
    }
    BiFunction<List<Expression>, ExpressionConverter, RexNode> form = FORMS.get(function.name());
    if (form != null) {
      return form.apply(arguments, converter);
    }
    if (function.isSpecialForm()) {
      converter
          .context()
          .error(
              DiagnosticCode.UNSUPPORTED,
              arguments.isEmpty()
                  ? Span.at(0)
                  : arguments.get(0).span().to(arguments.get(arguments.size() - 1).span()),
              "`" + function.name() + "` is not supported yet");
      return converter.context().nothing();
    }
    return null;
  }

  /**
   * A text literal is text, whatever it looks like; the same text in a field may be a number
   * (spl-semantics §3.8).
   */
  private static @Nullable RexNode ofTextLiteral(String function, PlanContext context) {
    return switch (function) {
      case "isnum", "isint" -> context.truth(false);
      case "isstr" -> context.truth(true);
      case "typeof" -> context.text("String");
      default -> null;
    };
  }

  private static RexNode ifThenElse(List<Expression> arguments, ExpressionConverter converter) {
    return converter.choice(
        List.of(
            converter.condition(arguments.get(0)),
            converter.convert(arguments.get(1)),
            converter.convert(arguments.get(2))));
  }

  private static RexNode caseOf(List<Expression> arguments, ExpressionConverter converter) {
    return converter.choice(pairs("case", arguments, converter, false));
  }

  /** The value of the first condition that is false; a null condition is passed over. */
  private static RexNode validate(List<Expression> arguments, ExpressionConverter converter) {
    return converter.choice(pairs("validate", arguments, converter, true));
  }

  private static List<RexNode> pairs(
      String name, List<Expression> arguments, ExpressionConverter converter, boolean negated) {
    if (arguments.size() % 2 != 0) {
      converter
          .context()
          .error(
              DiagnosticCode.FUNCTION_ARGUMENTS,
              arguments.get(arguments.size() - 1).span(),
              "`" + name + "` takes conditions and values in pairs: this condition has no value");
    }
    List<RexNode> operands = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      RexNode condition = converter.condition(arguments.get(i));
      operands.add(negated ? converter.context().not(condition) : condition);
      operands.add(converter.convert(arguments.get(i + 1)));
    }
    operands.add(converter.context().nothing());
    return operands;
  }

  private static RexNode coalesce(List<Expression> arguments, ExpressionConverter converter) {
    return converter.firstPresent(arguments.stream().map(converter::operand).toList());
  }

  private static RexNode nullIf(List<Expression> arguments, ExpressionConverter converter) {
    RexNode value = converter.operand(arguments.get(0));
    RexNode other = converter.operand(arguments.get(1));
    RexNode equal = converter.apply(EvalOperators.EQUAL, value, other);
    return converter.choice(List.of(equal, converter.context().nothing(), value));
  }

  private static RexNode in(List<Expression> arguments, ExpressionConverter converter) {
    return converter.in(arguments.get(0), arguments.subList(1, arguments.size()));
  }

  private static RexNode sigfig(Expression calculation, ExpressionConverter converter) {
    return new SignificantFigures(converter).convert(calculation);
  }

  /** The fields that are known by name, without those that are internal. */
  private static RexNode getFields(List<Expression> arguments, ExpressionConverter converter) {
    PlanContext context = converter.context();
    String pattern = "*";
    if (!arguments.isEmpty()) {
      if (!(arguments.get(0) instanceof Expression.StringLiteral literal)) {
        context.error(
            DiagnosticCode.FUNCTION_ARGUMENTS,
            arguments.get(0).span(),
            "`getfields` takes a pattern in quotes");
        return context.nothing();
      }
      pattern = literal.value();
    }
    List<RexNode> members = new ArrayList<>();
    for (String name : converter.scope().names()) {
      if (FieldPattern.of(pattern).match(name) != null) {
        members.add(context.text(name));
        members.add(Objects.requireNonNull(converter.scope().find(name)));
      }
    }
    ScalarFunction object = Objects.requireNonNull(context.functions().find("json_object"));
    return converter.apply(object, members.toArray(RexNode[]::new));
  }

  private static RexNode isNull(List<Expression> arguments, ExpressionConverter converter) {
    RexNode value = converter.convert(arguments.get(0));
    return converter.context().rex().makeCall(SqlStdOperatorTable.IS_NULL, value);
  }

  private static RexNode isNotNull(List<Expression> arguments, ExpressionConverter converter) {
    return converter.context().isPresent(converter.convert(arguments.get(0)));
  }

  private static RexNode searchMatch(List<Expression> arguments, ExpressionConverter converter) {
    Expression argument = arguments.get(0);
    String text = argument instanceof Expression.StringLiteral literal ? literal.value() : null;
    return converter.searchMatch(text, argument.span());
  }
}
