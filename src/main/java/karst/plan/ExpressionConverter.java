package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.ast.BinaryOperator;
import karst.ast.Expression;
import karst.ast.Unparser;
import karst.function.ScalarFunction;
import karst.function.library.EvalOperators;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import karst.type.Numbers;
import karst.type.SplType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/**
 * Turns eval expressions into row expressions: fields are resolved, types checked, special forms
 * spelled out. Logic is three-valued (spl-semantics §3.4).
 */
public final class ExpressionConverter {
  private final PlanContext context;
  private final FieldScope scope;

  /** Creates a converter of expressions over a scope. */
  public ExpressionConverter(PlanContext context, FieldScope scope) {
    this.context = context;
    this.scope = scope;
  }

  /** Returns what planning goes by. */
  PlanContext context() {
    return context;
  }

  /** Returns the scope of fields. */
  FieldScope scope() {
    return scope;
  }

  /** Returns an expression's value; a fault is reported and null takes its place. */
  public RexNode convert(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number) {
      return context.number(new BigDecimal(number.text()));
    }
    if (expression instanceof Expression.StringLiteral string) {
      return context.text(string.value());
    }
    if (expression instanceof Expression.Field field) {
      return field(field);
    }
    if (expression instanceof Expression.DottedName dotted) {
      return dotted(dotted);
    }
    if (expression instanceof Expression.Unary unary) {
      return unary(unary);
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Expression.In in) {
      return hasSubsearch(in.items())
          ? withResults(Unparser.unparse(in.value()) + " IN ", in.items(), in.span())
          : in(in.value(), in.items());
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    return subsearch((Expression.Subsearch) expression);
  }

  private RexNode subsearch(Expression.Subsearch subsearch) {
    String text = new Subsearch(context).text(subsearch.pipeline(), subsearch.span());
    return text == null ? context.nothing() : ofText(text, subsearch.span());
  }

  /** A list with subsearches in it is read when their results are there: they may be several. */
  private RexNode withResults(String before, List<Expression> items, Span span) {
    List<String> texts = new ArrayList<>();
    for (Expression item : items) {
      String text =
          item instanceof Expression.Subsearch subsearch
              ? new Subsearch(context).text(subsearch.pipeline(), subsearch.span())
              : Unparser.unparse(item);
      if (text == null) {
        return context.nothing();
      }
      texts.add(text);
    }
    return ofText(before + "(" + String.join(", ", texts) + ")", span);
  }

  private static boolean hasSubsearch(List<Expression> items) {
    return items.stream().anyMatch(Expression.Subsearch.class::isInstance);
  }

  private RexNode ofText(String text, Span span) {
    SourceMap source = Subsearch.source(text);
    Diagnostics found = new Diagnostics(source);
    RexNode value =
        new ExpressionConverter(context.withDiagnostics(found), scope)
            .convert(context.parser().parseExpression(source));
    found.all().forEach(diagnostic -> context.diagnostics().add(diagnostic, span));
    return value;
  }

  /** Returns an expression that must be a truth value; anything else is a fault. */
  public RexNode condition(Expression expression) {
    RexNode value = convert(expression);
    if (isBoolean(value) || isUnknownNull(value)) {
      return isBoolean(value)
          ? value
          : context.rex().makeNullLiteral(context.type(SplType.BOOLEAN));
    }
    context.error(
        DiagnosticCode.TYPE_MISMATCH,
        expression.span(),
        "this must be a condition, but it is a value");
    return context.truth(false);
  }

  /** Returns an expression that must be a value; a bare truth value is a fault. */
  public RexNode value(Expression expression) {
    if (expression instanceof Expression.NumberLiteral number && !isCanonical(number.text())) {
      // `eval a=5.0` shows 5.0: a literal keeps its digits (spl-semantics §3.7).
      return context.text(number.text());
    }
    RexNode value = convert(expression);
    if (isBoolean(value)) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.TYPE_MISMATCH, "a condition is no value that a field can hold")
                  .hint("use if(condition, a, b), or tostring(condition)"),
              expression.span());
      return context.nothing();
    }
    return value;
  }

  private static boolean isCanonical(String number) {
    // With an exponent it is a way to write a number, not a number of digits: 1e3 shows 1000.
    boolean exponent = number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    return exponent || Numbers.format(Double.parseDouble(number)).equals(number);
  }

  static boolean isBoolean(RexNode node) {
    return TypeMapping.fromRel(node.getType()) instanceof SplType.Bool;
  }

  private static boolean isUnknownNull(RexNode node) {
    return node instanceof RexLiteral literal && literal.isNull();
  }

  private RexNode field(Expression.Field field) {
    RexNode found = scope.find(field.name());
    if (found != null) {
      return found;
    }
    if (!field.quoted()) {
      // Bare true and false are truth values and bare null is null, unless a field has the name.
      switch (field.name()) {
        case "true" -> {
          return context.truth(true);
        }
        case "false" -> {
          return context.truth(false);
        }
        case "null" -> {
          return context.nothing();
        }
        default -> {}
      }
    }
    context.unknownField(field.name(), field.span(), scope);
    return context.nothing();
  }

  /** One field if the row has it, else its parts joined (spl-semantics Q5). */
  private RexNode dotted(Expression.DottedName dotted) {
    RexNode found = scope.find(dotted.name());
    if (found != null) {
      return found;
    }
    boolean partKnown = dotted.parts().stream().anyMatch(part -> scope.find(part.name()) != null);
    if (!partKnown) {
      context.unknownField(dotted.name(), dotted.span(), scope);
      return context.nothing();
    }
    RexNode joined = field(dotted.parts().get(0));
    for (Expression.Field part : dotted.parts().subList(1, dotted.parts().size())) {
      joined = apply(EvalOperators.CONCAT, joined, field(part));
    }
    return joined;
  }

  private RexNode unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case NOT -> context.not(condition(unary.operand()));
      case PLUS -> number(unary.operand());
      case NEGATE -> negated(unary.operand());
    };
  }

  private RexNode negated(Expression operand) {
    if (operand instanceof Expression.NumberLiteral number) {
      return context.number(new BigDecimal(number.text()).negate());
    }
    return apply(EvalOperators.NEGATE, number(operand));
  }

  /** An operand of arithmetic: a text literal there is a fault (spl-semantics §3.3). */
  private RexNode number(Expression operand) {
    if (operand instanceof Expression.StringLiteral) {
      context.error(
          DiagnosticCode.TYPE_MISMATCH, operand.span(), "a text cannot be calculated with");
    }
    return operand(operand);
  }

  /** An operand of anything but logic. */
  RexNode operand(Expression operand) {
    RexNode value = convert(operand);
    if (isBoolean(value)) {
      context.error(
          DiagnosticCode.TYPE_MISMATCH, operand.span(), "a condition cannot be an operand here");
      return context.nothing();
    }
    return value;
  }

  private RexNode binary(Expression.Binary binary) {
    BinaryOperator operator = binary.operator();
    return switch (operator) {
      case AND -> context.and(flattened(binary, BinaryOperator.AND));
      case OR -> context.or(flattened(binary, BinaryOperator.OR));
      case XOR -> xor(condition(binary.left()), condition(binary.right()));
      case MULTIPLY -> arithmetic(EvalOperators.MULTIPLY, binary);
      case DIVIDE -> arithmetic(EvalOperators.DIVIDE, binary);
      case MODULO -> arithmetic(EvalOperators.MODULO, binary);
      case SUBTRACT -> arithmetic(EvalOperators.SUBTRACT, binary);
      case ADD -> apply(EvalOperators.ADD, operand(binary.left()), operand(binary.right()));
      case CONCAT -> apply(EvalOperators.CONCAT, operand(binary.left()), operand(binary.right()));
      case LESS -> comparison(EvalOperators.LESS, binary);
      case LESS_OR_EQUAL -> comparison(EvalOperators.LESS_OR_EQUAL, binary);
      case GREATER -> comparison(EvalOperators.GREATER, binary);
      case GREATER_OR_EQUAL -> comparison(EvalOperators.GREATER_OR_EQUAL, binary);
      case EQUAL -> comparison(EvalOperators.EQUAL, binary);
      case NOT_EQUAL -> comparison(EvalOperators.NOT_EQUAL, binary);
      case LIKE -> named("like", List.of(binary.left(), binary.right()), binary.span());
    };
  }

  private List<RexNode> flattened(Expression expression, BinaryOperator operator) {
    List<RexNode> operands = new ArrayList<>();
    Expression rest = expression;
    // Chains lean to the left; a loop keeps ten thousand terms off the stack.
    while (rest instanceof Expression.Binary binary && binary.operator() == operator) {
      operands.add(0, condition(binary.right()));
      rest = binary.left();
    }
    operands.add(0, condition(rest));
    return operands;
  }

  private RexNode xor(RexNode left, RexNode right) {
    return context.or(
        List.of(
            context.and(List.of(left, context.not(right))),
            context.and(List.of(context.not(left), right))));
  }

  private RexNode arithmetic(ScalarFunction operator, Expression.Binary binary) {
    return apply(operator, number(binary.left()), number(binary.right()));
  }

  private RexNode comparison(ScalarFunction operator, Expression.Binary binary) {
    return apply(operator, operand(binary.left()), operand(binary.right()));
  }

  /** Returns whether a value equals one of some items. */
  RexNode in(Expression value, List<Expression> items) {
    RexNode left = operand(value);
    List<RexNode> terms = new ArrayList<>();
    for (Expression item : items) {
      terms.add(apply(EvalOperators.EQUAL, left, operand(item)));
    }
    return context.or(terms);
  }

  /** Returns a call of a declared function. */
  RexNode apply(ScalarFunction function, RexNode... operands) {
    return context.call(function, operands);
  }

  private RexNode call(Expression.Call call) {
    return hasSubsearch(call.arguments())
        ? withResults(call.name(), call.arguments(), call.span())
        : named(call.name(), call.arguments(), call.nameSpan());
  }

  private RexNode named(String name, List<Expression> arguments, Span span) {
    ScalarFunction function = context.functions().find(name);
    if (function == null) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_FUNCTION, "there is no function `" + name + "`")
                  .suggest(name, context.functions().names()),
              span);
      return context.nothing();
    }
    if (!hasRightCount(function, arguments, span)) {
      return context.nothing();
    }
    RexNode special = SpecialForms.convert(function, arguments, this);
    return special == null ? ordinary(function, arguments) : special;
  }

  private boolean hasRightCount(ScalarFunction function, List<Expression> arguments, Span span) {
    int count = arguments.size();
    if (count >= function.minArguments() && count <= function.maxArguments()) {
      return true;
    }
    context
        .diagnostics()
        .add(
            Diagnostic.error(
                    DiagnosticCode.FUNCTION_ARGUMENTS,
                    "`" + function.name() + "` cannot take " + count + " arguments")
                .hint("usage: " + function.signature()),
            span);
    return false;
  }

  private RexNode ordinary(ScalarFunction function, List<Expression> arguments) {
    List<RexNode> operands = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      SplType wanted = function.parameter(i).type();
      boolean takesTruth = wanted instanceof SplType.Bool || wanted instanceof SplType.Dynamic;
      operands.add(takesTruth ? convert(arguments.get(i)) : operand(arguments.get(i)));
    }
    ConstantArguments.check(function, arguments, context);
    return context.rex().makeCall(ScalarOperator.of(function), operands);
  }

  /**
   * Returns a choice between values.
   *
   * @param operands condition, value, condition, value, ..., last the value when none is true
   */
  RexNode choice(List<RexNode> operands) {
    List<RexNode> values = new ArrayList<>();
    for (int i = 1; i < operands.size(); i += 2) {
      values.add(operands.get(i));
    }
    values.add(operands.get(operands.size() - 1));
    return context
        .rex()
        .makeCall(CommonType.of(context, values), SqlStdOperatorTable.CASE, operands);
  }

  /** Returns the first of some values that is there. */
  RexNode firstPresent(List<RexNode> values) {
    return context.firstPresent(values);
  }

  /** Parses the search expression of {@code searchmatch} and returns its condition. */
  RexNode searchMatch(@Nullable String text, Span span) {
    if (text == null) {
      context.error(
          DiagnosticCode.FUNCTION_ARGUMENTS, span, "`searchmatch` takes a text in quotes only");
      return context.truth(false);
    }
    SourceText source = SourceText.of("<searchmatch>", text);
    return new SearchConverter(context, scope)
        .convert(context.parser().parseSearch(SourceMap.identity(source)));
  }
}
