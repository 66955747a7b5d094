package karst.function.library;

import static karst.function.Kernels.ofNumber;
import static karst.function.Kernels.ofNumbers;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import karst.function.Kernels;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.function.ValueBuilder;
import karst.function.Volatility;
import karst.type.Numbers;

/** Functions on numbers (spl-semantics §3.8); where there is no answer, it is null. */
final class MathFunctions {
  /** SPL's pi has eleven decimals. */
  private static final double PI = 3.14159265358;

  /** More decimals than a double has. */
  private static final int MAX_DECIMALS = 340;

  static final List<ScalarFunction> ALL =
      List.of(
          of("abs", "Absolute value", "abs(-3)", "3", Math::abs),
          named("ceiling", "Smallest whole number that is not less")
              .alias("ceil")
              .param("x", NUMBER)
              .returns(NUMBER)
              .example("ceiling(1.2)", "2")
              .kernel(ofNumber(Math::ceil)),
          named("exact", "Number without regard to significant digits")
              .param("x", NUMBER)
              .returns(NUMBER)
              .example("exact(3.14 * 2)", "6.28")
              .kernel(Kernels.identity()),
          of("exp", "Power of e", "exp(0)", "1", Math::exp),
          of("floor", "Largest whole number that is not greater", "floor(1.9)", "1", Math::floor),
          of("ln", "Natural logarithm", "ln(1)", "0", Math::log),
          named("log", "Logarithm, of base 10 unless another is given")
              .param("x", NUMBER)
              .optional("base", NUMBER)
              .returns(NUMBER)
              .example("log(1000)", "3")
              .example("log(8, 2)", "3")
              .kernel(Kernels.number(row -> log(row.number(0), row.number(1, 10)))),
          named("pi", "Number pi to eleven decimals")
              .returns(NUMBER)
              .example("pi()", "3.14159265358")
              .kernel(Kernels.number(row -> PI)),
          named("pow", "Power of a number")
              .param("x", NUMBER)
              .param("exponent", NUMBER)
              .returns(NUMBER)
              .example("pow(2, 10)", "1024")
              .kernel(ofNumbers(Math::pow)),
          named("random", "Whole number from 0 to 2^31 - 1, another in each row")
              .returns(NUMBER)
              .volatility(Volatility.ROW)
              .example("if(random() >= 0, \"yes\", \"no\")", "yes")
              .kernel(Kernels.number(row -> row.context().random().nextLong(1L << 31))),
          named("round", "Number rounded, half away from zero, to that many decimals")
              .param("x", NUMBER)
              .optional("decimals", NUMBER)
              .returns(DYNAMIC)
              .example("round(3.5)", "4")
              .example("round(2.555, 2)", "2.56")
              .example("round(0.805, 4)", "0.8050")
              .kernel(Kernels.value(MathFunctions::round)),
          named("sigfig", "Value of a calculation, rounded to the digits that its operands have")
              .param("calculation", NUMBER)
              .returns(NUMBER)
              .example("sigfig(1.00 * 1111)", "1110")
              .example("sigfig(1.05 + 2.1)", "3.2")
              .specialForm(),
          of("sqrt", "Square root", "sqrt(9)", "3", Math::sqrt));

  private MathFunctions() {}

  private static ScalarFunction of(
      String name, String summary, String call, String result, DoubleUnaryOperator function) {
    return named(name, summary)
        .param("x", NUMBER)
        .returns(NUMBER)
        .example(call, result)
        .kernel(ofNumber(function));
  }

  private static double log(double x, double base) {
    if (base == 10) {
      return Math.log10(x);
    }
    double quotient = Math.log(x) / Math.log(base);
    // The quotient misses whole exponents by an ulp; give them exactly.
    double whole = Math.rint(quotient);
    return Math.pow(base, whole) == x ? whole : quotient;
  }

  /**
   * Rounds by decimal digits, not by the binary fraction behind them, so that 2.555 becomes 2.56.
   * Decimals that were asked for are kept when they are zero, which only a text can do.
   */
  private static void round(Row row, ValueBuilder out) {
    double x = row.number(0);
    double decimals = row.number(1, 0);
    if (Double.isNaN(x) || !(decimals >= 0)) {
      out.appendNull();
    } else if (Double.isInfinite(x)) {
      out.append(x);
    } else {
      BigDecimal rounded =
          new BigDecimal(Numbers.format(x))
              .setScale((int) Math.min(decimals, MAX_DECIMALS), RoundingMode.HALF_UP);
      if (rounded.scale() == 0) {
        out.append(rounded.doubleValue());
      } else {
        out.append(rounded.toPlainString());
      }
    }
  }
}
