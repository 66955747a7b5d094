package karst.function.library;

import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import karst.function.Kernel;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import karst.type.Numbers;
import karst.vector.BooleanVector;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * The operators of eval expressions, declared like functions (spl-semantics §3.2, §3.3). Equality
 * of a list is true if any value is equal; orderings look at its first value (Q7).
 */
public final class EvalOperators {
  // A quiet NaN that no arithmetic makes: it marks a row as null.
  private static final double UNDEFINED = Double.longBitsToDouble(0x7FF8_0000_0000_4B53L);

  public static final ScalarFunction MULTIPLY = arithmetic("*", "Product", (a, b) -> a * b);
  public static final ScalarFunction SUBTRACT = arithmetic("-", "Difference", (a, b) -> a - b);

  /** Division by zero is null. */
  public static final ScalarFunction DIVIDE =
      arithmetic("/", "Quotient; null when the divisor is 0", (a, b) -> b == 0 ? UNDEFINED : a / b);

  /** The remainder has the sign of the dividend; by zero it is null. */
  public static final ScalarFunction MODULO =
      arithmetic(
          "%", "Remainder; null when the divisor is 0", (a, b) -> b == 0 ? UNDEFINED : a % b);

  public static final ScalarFunction NEGATE =
      ScalarFunction.named("negate", "The number with its sign changed")
          .param("number", NUMBER)
          .returns(NUMBER)
          .kernel(
              (arguments, rows, context) -> {
                double[] result = new double[rows];
                Vector numbers = arguments.get(0);
                for (int row = 0; row < rows; row++) {
                  result[row] = numbers.isNull(row) ? 0 : 0 - numbers.numberAt(row);
                }
                return new DoubleVector(result, null, rows);
              });

  /** Adds two numbers; joins two values of which one is not a number. */
  public static final ScalarFunction ADD =
      ScalarFunction.named("+", "Sum of two numbers, else the two texts joined")
          .param("left", DYNAMIC)
          .param("right", DYNAMIC)
          .returns(DYNAMIC)
          .kernel((arguments, rows, context) -> add(arguments.get(0), arguments.get(1), rows));

  public static final ScalarFunction CONCAT =
      ScalarFunction.named(".", "The two values joined as texts")
          .param("left", STRING)
          .param("right", STRING)
          .returns(STRING)
          .kernel((arguments, rows, context) -> concat(arguments.get(0), arguments.get(1), rows));

  public static final ScalarFunction EQUAL =
      comparison("==", "Whether two values are equal", MultivaluePolicy.ANY, false, c -> c == 0);
  public static final ScalarFunction NOT_EQUAL =
      comparison("!=", "Whether two values differ", MultivaluePolicy.ANY, false, c -> c != 0);
  public static final ScalarFunction LESS =
      comparison("<", "Whether a value is smaller", MultivaluePolicy.FIRST, true, c -> c < 0);
  public static final ScalarFunction LESS_OR_EQUAL =
      comparison("<=", "Whether a value is not greater", MultivaluePolicy.FIRST, true, c -> c <= 0);
  public static final ScalarFunction GREATER =
      comparison(">", "Whether a value is greater", MultivaluePolicy.FIRST, true, c -> c > 0);
  public static final ScalarFunction GREATER_OR_EQUAL =
      comparison(">=", "Whether a value is not smaller", MultivaluePolicy.FIRST, true, c -> c >= 0);

  private EvalOperators() {}

  private static ScalarFunction arithmetic(
      String symbol, String summary, DoubleBinaryOperator operation) {
    return ScalarFunction.named(symbol, summary)
        .param("left", NUMBER)
        .param("right", NUMBER)
        .returns(NUMBER)
        .kernel(
            (arguments, rows, context) ->
                numbers(arguments.get(0), arguments.get(1), rows, operation));
  }

  private static Vector numbers(
      Vector left, Vector right, int rows, DoubleBinaryOperator operation) {
    double[] result = new double[rows];
    long[] valid = Validity.all(rows);
    for (int row = 0; row < rows; row++) {
      if (left.isNull(row) || right.isNull(row)) {
        Validity.clear(valid, row);
        continue;
      }
      result[row] = operation.applyAsDouble(left.numberAt(row), right.numberAt(row));
      if (Double.doubleToRawLongBits(result[row]) == Double.doubleToRawLongBits(UNDEFINED)) {
        Validity.clear(valid, row);
      }
    }
    return new DoubleVector(result, valid, rows);
  }

  private static Vector add(Vector left, Vector right, int rows) {
    VectorBuilder result = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      if (left.isNull(row) || right.isNull(row)) {
        result.appendNull();
      } else if (isNumber(left, row) && isNumber(right, row)) {
        result.append(number(left, row) + number(right, row));
      } else {
        result.append(TextOf.row(left, row) + TextOf.row(right, row));
      }
    }
    return result.build();
  }

  private static boolean isNumber(Vector vector, int row) {
    return vector.kindAt(row) == Kind.NUMBER
        || (vector.kindAt(row) == Kind.TEXT && Numbers.isNumber(vector.textAt(row)));
  }

  private static double number(Vector vector, int row) {
    return vector.kindAt(row) == Kind.NUMBER
        ? vector.numberAt(row)
        : Numbers.parse(vector.textAt(row));
  }

  private static Vector concat(Vector left, Vector right, int rows) {
    StringVector.Builder result = new StringVector.Builder(rows);
    for (int row = 0; row < rows; row++) {
      if (left.isNull(row) || right.isNull(row)) {
        result.appendNull();
      } else {
        result.append(left.textAt(row) + right.textAt(row));
      }
    }
    return result.build();
  }

  private static ScalarFunction comparison(
      String symbol,
      String summary,
      MultivaluePolicy multivalue,
      boolean ordering,
      IntPredicate holds) {
    Kernel kernel =
        (arguments, rows, context) -> {
          BooleanVector quick =
              ordering ? null : TextEquality.of(arguments.get(0), arguments.get(1), holds.test(0));
          if (quick != null) {
            return quick;
          }
          Comparand left = Comparand.of(arguments.get(0));
          Comparand right = Comparand.of(arguments.get(1));
          long[] bits = Validity.none(rows);
          for (int row = 0; row < rows; row++) {
            if (holds.test(left.compare(right, row, ordering))) {
              Validity.set(bits, row);
            }
          }
          return new BooleanVector(bits, null, rows);
        };
    return ScalarFunction.named(symbol, summary)
        .param("left", DYNAMIC)
        .param("right", DYNAMIC)
        .returns(BOOLEAN)
        .multivalue(multivalue)
        .kernel(kernel);
  }

  /** Returns all operators. */
  public static List<ScalarFunction> all() {
    return List.of(
        MULTIPLY,
        DIVIDE,
        MODULO,
        ADD,
        SUBTRACT,
        NEGATE,
        CONCAT,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL);
  }
}
