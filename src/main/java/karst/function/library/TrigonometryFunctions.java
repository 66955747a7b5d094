package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.NUMBER;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import karst.function.Kernels;
import karst.function.ScalarFunction;

/** Trigonometric and hyperbolic functions; angles are in radians (spl-semantics §3.8). */
final class TrigonometryFunctions {
  static final List<ScalarFunction> ALL =
      List.of(
          of("acos", "Arc cosine", "acos(1)", "0", Math::acos),
          of("acosh", "Inverse hyperbolic cosine", "acosh(1)", "0", TrigonometryFunctions::acosh),
          of("asin", "Arc sine", "asin(0)", "0", Math::asin),
          of("asinh", "Inverse hyperbolic sine", "asinh(0)", "0", TrigonometryFunctions::asinh),
          of("atan", "Arc tangent", "atan(0)", "0", Math::atan),
          of("atan2", "Angle of a point", "y", "x", "atan2(0, 1)", "0", Math::atan2),
          of("atanh", "Inverse hyperbolic tangent", "atanh(0)", "0", TrigonometryFunctions::atanh),
          of("cos", "Cosine", "cos(0)", "1", Math::cos),
          of("cosh", "Hyperbolic cosine", "cosh(0)", "1", Math::cosh),
          of("hypot", "Length of the hypotenuse", "x", "y", "hypot(3, 4)", "5", Math::hypot),
          of("sin", "Sine", "sin(0)", "0", Math::sin),
          of("sinh", "Hyperbolic sine", "sinh(0)", "0", Math::sinh),
          of("tan", "Tangent", "tan(0)", "0", Math::tan),
          of("tanh", "Hyperbolic tangent", "tanh(0)", "0", Math::tanh));

  private TrigonometryFunctions() {}

  private static ScalarFunction of(
      String name, String summary, String call, String result, DoubleUnaryOperator function) {
    return named(name, summary)
        .param("x", NUMBER)
        .returns(NUMBER)
        .example(call, result)
        .kernel(Kernels.ofNumber(function));
  }

  private static ScalarFunction of(
      String name,
      String summary,
      String first,
      String second,
      String call,
      String result,
      DoubleBinaryOperator function) {
    return named(name, summary)
        .param(first, NUMBER)
        .param(second, NUMBER)
        .returns(NUMBER)
        .example(call, result)
        .kernel(Kernels.ofNumbers(function));
  }

  private static double acosh(double x) {
    return Math.log(x + Math.sqrt(x * x - 1));
  }

  private static double asinh(double x) {
    // Of the magnitude, since x + sqrt(x² + 1) cancels for a large negative x.
    double magnitude = Math.abs(x);
    return Math.copySign(
        Math.log1p(magnitude + magnitude * magnitude / (1 + Math.hypot(1, magnitude))), x);
  }

  private static double atanh(double x) {
    return 0.5 * (Math.log1p(x) - Math.log1p(-x));
  }
}
