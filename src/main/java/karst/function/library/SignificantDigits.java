package karst.function.library;

import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** What {@code sigfig} counts and rounds (spl-semantics §3.8). */
public final class SignificantDigits {
  /** Number of digits from the first that is not zero; zeros that end a whole number count. */
  public static final ScalarFunction COUNT =
      ScalarFunction.named("significant_digits", "Number of significant digits of a number")
          .param("number", STRING)
          .returns(NUMBER)
          .multivalue(MultivaluePolicy.FIRST)
          .kernel(Kernels.number(row -> digits(row.text(0))));

  /** Number of digits after the point. */
  public static final ScalarFunction DECIMALS =
      ScalarFunction.named("decimals", "Number of decimals of a number")
          .param("number", STRING)
          .returns(NUMBER)
          .multivalue(MultivaluePolicy.FIRST)
          .kernel(Kernels.number(row -> decimals(row.text(0))));

  /** A number rounded to some digits, as text so that zeros at its end count. */
  public static final ScalarFunction ROUND =
      ScalarFunction.named("round_significant", "Number rounded to significant digits")
          .param("number", NUMBER)
          .param("digits", NUMBER)
          .returns(STRING)
          .multivalue(MultivaluePolicy.FIRST)
          .kernel(Kernels.text(row -> rounded(row.number(0), row.number(1))));

  /** A number rounded to some decimals, as text so that zeros at its end count. */
  public static final ScalarFunction ROUND_DECIMALS =
      ScalarFunction.named("round_decimals", "Number rounded to decimals")
          .param("number", NUMBER)
          .param("decimals", NUMBER)
          .returns(STRING)
          .multivalue(MultivaluePolicy.FIRST)
          .kernel(Kernels.text(row -> scaled(row.number(0), row.number(1))));

  private SignificantDigits() {}

  private static @Nullable BigDecimal exact(String text) {
    double number = Numbers.parseOrNaN(text);
    try {
      return Double.isNaN(number) || Double.isInfinite(number) ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return BigDecimal.valueOf(number);
    }
  }

  private static double digits(String text) {
    BigDecimal number = exact(text);
    return number == null ? Double.NaN : Math.max(1, number.precision());
  }

  private static double decimals(String text) {
    BigDecimal number = exact(text);
    return number == null ? Double.NaN : Math.max(0, number.scale());
  }

  private static @Nullable String rounded(double number, double digits) {
    return Double.isInfinite(number) || digits < 1
        ? null
        : new BigDecimal(Numbers.format(number))
            .round(new MathContext((int) digits, RoundingMode.HALF_UP))
            .toPlainString();
  }

  private static @Nullable String scaled(double number, double decimals) {
    return Double.isInfinite(number)
        ? null
        : new BigDecimal(Numbers.format(number))
            .setScale((int) decimals, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
