package karst.oracle;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiPredicate;
import java.util.function.Function;
import karst.ast.BinaryOperator;
import karst.ast.Expression;
import karst.ast.Pipeline;
import karst.ast.Unparser;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Eval expressions over one row (spl-semantics §3). A value is null, a {@code Double}, a {@code
 * String}, a {@code List<String>}, or, of a condition, a {@code Boolean}. The logic is
 * three-valued: a comparison with null is null (§3.4).
 */
final class Expressions {
  final double now;
  final ZoneId zone;
  private final Function<Pipeline, String> subsearches;

  Expressions(double now, ZoneId zone, Function<Pipeline, String> subsearches) {
    this.subsearches = subsearches;
    this.now = now;
    this.zone = zone;
  }

  @Nullable Object evaluate(Expression expression, Map<String, Object> row) {
    if (expression instanceof Expression.NumberLiteral number) {
      return Values.number(number.text());
    }
    if (expression instanceof Expression.StringLiteral string) {
      return string.value();
    }
    if (expression instanceof Expression.Field field) {
      return field(field, row);
    }
    if (expression instanceof Expression.DottedName dotted) {
      return dotted(dotted, row);
    }
    if (expression instanceof Expression.Unary unary) {
      return unary(unary, row);
    }
    if (expression instanceof Expression.Binary binary) {
      return binary(binary, row);
    }
    if (expression instanceof Expression.In in) {
      if (hasSubsearch(in.items())) {
        return evaluate(parsed(Unparser.unparse(in.value()) + " IN " + inserted(in.items())), row);
      }
      return in(evaluate(in.value(), row), in.items(), row);
    }
    if (expression instanceof Expression.Call call) {
      if (hasSubsearch(call.arguments())) {
        return evaluate(parsed(call.name() + inserted(call.arguments())), row);
      }
      return new Functions(this, call, row).value();
    }
    if (expression instanceof Expression.Subsearch subsearch) {
      return evaluate(parsed(subsearches.apply(subsearch.pipeline())), row);
    }
    throw new UnsupportedOperationException(expression.toString());
  }

  private static boolean hasSubsearch(List<Expression> items) {
    return items.stream().anyMatch(Expression.Subsearch.class::isInstance);
  }

  /** A list in which the text of results stands for subsearches (§2.10). */
  private String inserted(List<Expression> items) {
    StringJoiner list = new StringJoiner(",", "(", ")");
    for (Expression item : items) {
      list.add(
          item instanceof Expression.Subsearch subsearch
              ? subsearches.apply(subsearch.pipeline())
              : Unparser.unparse(item));
    }
    return list.toString();
  }

  private static Expression parsed(String text) {
    return Parser.parseExpression(SourceMap.identity(SourceText.of("<subsearch>", text)));
  }

  /** Returns what a field is set to: a number as it was written, so 5.0 shows 5.0 (§3.7). */
  @Nullable Object assigned(Expression expression, Map<String, Object> row) {
    boolean written =
        expression instanceof Expression.NumberLiteral number && number.text().matches("[0-9.]+");
    return written ? ((Expression.NumberLiteral) expression).text() : evaluate(expression, row);
  }

  boolean isTrue(Expression condition, Map<String, Object> row) {
    return Objects.equals(evaluate(condition, row), true);
  }

  /** A field that does not exist is null; bare words for constants come last (§3.1). */
  private static @Nullable Object field(Expression.Field field, Map<String, Object> row) {
    if (row.containsKey(field.name()) || field.quoted()) {
      return row.get(field.name());
    }
    return switch (field.name()) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /** One field if the row has it, else its parts joined (§3.1, Q5). */
  private static @Nullable Object dotted(Expression.DottedName dotted, Map<String, Object> row) {
    if (row.containsKey(dotted.name())) {
      return row.get(dotted.name());
    }
    Object joined = "";
    for (Expression.Field part : dotted.parts()) {
      joined = joined(joined, row.get(part.name()));
    }
    return joined;
  }

  private @Nullable Object unary(Expression.Unary unary, Map<String, Object> row) {
    Object operand = evaluate(unary.operand(), row);
    return switch (unary.operator()) {
      case NOT -> operand == null ? null : !(Boolean) operand;
      case PLUS -> operand;
      case NEGATE -> {
        Double number = Values.number(operand);
        yield number == null ? null : 0 - number;
      }
    };
  }

  private @Nullable Object binary(Expression.Binary binary, Map<String, Object> row) {
    Object a = evaluate(binary.left(), row);
    Object b = evaluate(binary.right(), row);
    return switch (binary.operator()) {
      case AND -> and((Boolean) a, (Boolean) b);
      case OR -> not(and(not((Boolean) a), not((Boolean) b)));
      case XOR -> a == null || b == null ? null : !a.equals(b);
      case MULTIPLY, DIVIDE, MODULO, SUBTRACT -> arithmetic(binary.operator(), a, b);
      case ADD -> sum(a, b);
      case CONCAT -> joined(a, b);
      // Any value of a multivalue may be equal or different; orderings see the first one (Q7).
      case EQUAL -> equal(a, b);
      case NOT_EQUAL -> any(a, b, (x, y) -> !isEqual(x, y));
      case LESS -> ordered(a, b, -1, -1);
      case LESS_OR_EQUAL -> ordered(a, b, -1, 0);
      case GREATER -> ordered(a, b, 1, 1);
      case GREATER_OR_EQUAL -> ordered(a, b, 0, 1);
      case LIKE -> any(a, b, Expressions::isLike);
    };
  }

  /** Kleene logic: a false decides, null stands for either (§3.4, Q15). */
  private static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
    if (Objects.equals(a, false) || Objects.equals(b, false)) {
      return false;
    }
    return a == null || b == null ? null : Boolean.TRUE;
  }

  private static @Nullable Boolean not(@Nullable Boolean a) {
    return a == null ? null : Boolean.valueOf(!a);
  }

  /** Null unless both are numbers; also for division by zero (§3.3). */
  private static @Nullable Double arithmetic(
      BinaryOperator operator, @Nullable Object a, @Nullable Object b) {
    Double x = Values.number(a);
    Double y = Values.number(b);
    if (x == null || y == null) {
      return null;
    }
    return switch (operator) {
      case MULTIPLY -> x * y;
      case SUBTRACT -> x - y;
      case DIVIDE -> y == 0 ? null : Double.valueOf(x / y);
      case MODULO -> y == 0 ? null : Double.valueOf(x % y);
      default -> throw new IllegalArgumentException(operator.toString());
    };
  }

  /** Two numbers are added, other values joined (§3.3). */
  private static @Nullable Object sum(@Nullable Object a, @Nullable Object b) {
    Double x = Values.number(a);
    Double y = Values.number(b);
    return x == null || y == null ? joined(a, b) : Double.valueOf(x + y);
  }

  /** Texts joined; null when one of them is null (§3.3). */
  private static @Nullable Object joined(@Nullable Object a, @Nullable Object b) {
    String left = Values.text(a);
    String right = Values.text(b);
    return left == null || right == null ? null : left + right;
  }

  static @Nullable Boolean equal(@Nullable Object a, @Nullable Object b) {
    return any(a, b, Expressions::isEqual);
  }

  /** Returns whether a relation holds for any values of two sides; null if a side is null. */
  static @Nullable Boolean any(
      @Nullable Object a, @Nullable Object b, BiPredicate<String, String> relation) {
    if (a == null || b == null) {
      return null;
    }
    return Values.texts(a).stream()
        .anyMatch(x -> Values.texts(b).stream().anyMatch(y -> relation.test(x, y)));
  }

  /** As numbers if both are, else as texts; case counts (§3.3, Q20). */
  static boolean isEqual(String a, String b) {
    Double x = Values.number(a);
    Double y = Values.number(b);
    return x == null || y == null ? a.equals(b) : Comparisons.numbers(x, y) == 0;
  }

  /** Numbers by value, before texts by bytes (§3.3). */
  private static @Nullable Boolean ordered(
      @Nullable Object a, @Nullable Object b, int least, int most) {
    if (a == null || b == null) {
      return null;
    }
    int order = Comparisons.MIXED.compare(Values.texts(a).get(0), Values.texts(b).get(0));
    return Integer.signum(order) >= least && Integer.signum(order) <= most;
  }

  /** Whole text, {@code %} any run, {@code _} one character, case counts (§3.8 like). */
  static boolean isLike(String text, String pattern) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '%') {
      return isLike(text, pattern.substring(1))
          || (!text.isEmpty() && isLike(text.substring(1), pattern));
    }
    if (text.isEmpty()) {
      return false;
    }
    int width = pattern.charAt(0) == '_' ? Character.charCount(text.codePointAt(0)) : 1;
    return (pattern.charAt(0) == '_' || pattern.charAt(0) == text.charAt(0))
        && isLike(text.substring(width), pattern.substring(1));
  }

  /** True for any equal item, else null if the value or an item is null (§3.8 in, §3.4). */
  @Nullable Boolean in(@Nullable Object value, List<Expression> items, Map<String, Object> row) {
    Boolean found = false;
    for (Expression item : items) {
      Boolean equal = equal(value, evaluate(item, row));
      found = not(and(not(found), not(equal)));
    }
    return found;
  }
}
