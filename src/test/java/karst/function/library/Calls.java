package karst.function.library;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import karst.function.FunctionContext;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.function.ScalarFunctionTable;
import karst.type.SplType;
import karst.vector.ConstantVector;
import karst.vector.Kind;
import karst.vector.NullVector;
import karst.vector.Vector;

/**
 * Calls of functions on single rows with coercion and the policies for nulls and lists, the obvious
 * way; and a reader of examples made of calls, literals and a comparison or product.
 */
final class Calls {
  static final ScalarFunctionTable TABLE = ScalarFunctions.table();

  private final String text;
  private int at;

  private Calls(String text) {
    this.text = text;
  }

  static FunctionContext context() {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000, 123_456_789), ZoneOffset.UTC);
    return new FunctionContext(1_700_000_000, ZoneOffset.UTC, clock, new SplittableRandom(1));
  }

  /** Returns the value of an expression as examples write it. */
  static String evaluate(String expression) {
    return Columns.show(new Calls(expression).expression(), 0);
  }

  private Vector expression() {
    Vector left = operand();
    for (String operator : List.of(">=", "=", ">", "*")) {
      if (text.startsWith(" " + operator + " ", at)) {
        at += operator.length() + 2;
        return operate(operator, left, operand());
      }
    }
    return left;
  }

  private Vector operand() {
    char c = text.charAt(at);
    if (c == '"') {
      StringBuilder value = new StringBuilder();
      for (at++; text.charAt(at) != '"'; at++) {
        value.append(text.charAt(at));
      }
      at++;
      return Columns.flat(List.of(value.toString()));
    }
    int start = at;
    if (Character.isDigit(c) || c == '-') {
      at++;
      while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return Columns.flat(List.of(Double.valueOf(text.substring(start, at))));
    }
    at = text.indexOf('(', start) + 1;
    String name = text.substring(start, at - 1);
    List<Vector> arguments = new ArrayList<>();
    while (text.charAt(at) != ')') {
      arguments.add(expression());
      at += text.startsWith(", ", at) ? 2 : 0;
    }
    at++;
    return call(name, arguments);
  }

  private static Vector operate(String operator, Vector left, Vector right) {
    if (left.isNull(0) || right.isNull(0)) {
      return new NullVector(1);
    }
    double a = left.numberAt(0);
    double b = right.numberAt(0);
    Object result =
        switch (operator) {
          case "=" -> a == b;
          case ">" -> a > b;
          case ">=" -> a >= b;
          default -> a * b;
        };
    return Columns.flat(List.of(result));
  }

  private static Vector call(String name, List<Vector> arguments) {
    return switch (name) {
      case "null" -> new NullVector(1);
      case "true" -> Columns.flat(List.of(true));
      case "false" -> Columns.flat(List.of(false));
      case "if" -> isTrue(arguments.get(0)) ? arguments.get(1) : arguments.get(2);
      case "case" -> choose(arguments);
      default -> {
        ScalarFunction function = TABLE.find(name);
        if (function == null) {
          throw new IllegalArgumentException("no function " + name);
        }
        yield apply(function, arguments);
      }
    };
  }

  private static Vector choose(List<Vector> arguments) {
    for (int i = 0; i < arguments.size(); i += 2) {
      if (isTrue(arguments.get(i))) {
        return arguments.get(i + 1);
      }
    }
    return new NullVector(1);
  }

  private static boolean isTrue(Vector condition) {
    return !condition.isNull(0) && condition.booleanAt(0);
  }

  /** Applies a function to one row. */
  static Vector apply(ScalarFunction function, List<Vector> arguments) {
    int list = -1;
    for (int i = 0; i < arguments.size(); i++) {
      boolean isList = arguments.get(i).kindAt(0) == Kind.LIST;
      list = list < 0 && isList ? i : list;
    }
    if (list >= 0 && function.multivalue() != MultivaluePolicy.WHOLE) {
      return applyToList(function, arguments, list);
    }
    List<Vector> coerced = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      coerced.add(coerce(arguments.get(i), function.parameter(i).type()));
    }
    if (function.nulls() == NullPolicy.STRICT && coerced.stream().anyMatch(v -> v.isNull(0))) {
      return new NullVector(1);
    }
    return function.kernel().apply(coerced, 1, context());
  }

  private static Vector applyToList(ScalarFunction function, List<Vector> arguments, int list) {
    Vector values = arguments.get(list).listAt(0);
    List<Object> answers = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      List<Vector> single = new ArrayList<>(arguments);
      single.set(list, values.gather(karst.vector.Selection.range(i, 1)));
      Vector answer = apply(function, single);
      answers.add(Columns.show(answer, 0));
    }
    return switch (function.multivalue()) {
      case EACH -> Columns.lists(List.of(answers));
      case ANY -> Columns.flat(List.of(answers.contains("True")));
      case FIRST -> Columns.flat(List.of(answers.get(0)));
      case NULL, WHOLE -> new NullVector(1);
    };
  }

  private static Vector coerce(Vector value, SplType type) {
    if (value.isNull(0) || value.kindAt(0) == Kind.LIST) {
      return value;
    }
    if (type.isNumeric()) {
      double number = Row.numberOf(value, 0);
      return Double.isNaN(number) ? new NullVector(1) : constant(number);
    }
    return type == SplType.STRING ? constant(Row.textOf(value, 0)) : value;
  }

  private static ConstantVector constant(Object value) {
    return new ConstantVector(Columns.flat(List.of(value)), 1);
  }
}
