package karst.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of numbers (spl-semantics §3.4), null where an argument is no number. */
final class NumberFunctions {
  static final Set<String> NAMES =
      Set.of(
          "acos",
          "acosh",
          "asin",
          "asinh",
          "atan",
          "atan2",
          "atanh",
          "bit_and",
          "bit_not",
          "bit_or",
          "bit_shift_left",
          "bit_shift_right",
          "bit_xor",
          "cos",
          "cosh",
          "exact",
          "exp",
          "hypot",
          "ln",
          "log",
          "pi",
          "pow",
          "sin",
          "sinh",
          "sqrt",
          "tan",
          "tanh");

  private static final double MASK = (1L << 53) - 1;

  private NumberFunctions() {}

  /** Returns the number; NaN, which is null, where there is none. */
  static @Nullable Double of(String name, List<@Nullable Object> arguments) {
    List<Double> numbers = new ArrayList<>();
    for (Object argument : arguments) {
      Double number = Values.number(argument);
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    double x = numbers.isEmpty() ? Double.NaN : numbers.get(0);
    double y = numbers.size() < 2 ? Double.NaN : numbers.get(1);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "exact" -> x;
      case "pi" -> 3.14159265358;
      case "exp" -> Math.exp(x);
      case "ln" -> Math.log(x);
      case "log" -> numbers.size() < 2 ? Math.log10(x) : Math.log(x) / Math.log(y);
      case "sqrt" -> Math.sqrt(x);
      case "pow" -> Math.pow(x, y);
      case "sin" -> Math.sin(x);
      case "cos" -> Math.cos(x);
      case "tan" -> Math.tan(x);
      case "asin" -> Math.asin(x);
      case "acos" -> Math.acos(x);
      case "atan" -> Math.atan(x);
      case "atan2" -> Math.atan2(x, y);
      case "sinh" -> Math.sinh(x);
      case "cosh" -> Math.cosh(x);
      case "tanh" -> Math.tanh(x);
      case "asinh" -> Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
      case "acosh" -> Math.log(x + Math.sqrt(x * x - 1));
      case "atanh" -> Math.log((1 + x) / (1 - x)) / 2;
      case "hypot" -> Math.hypot(x, y);
      case "bit_and", "bit_or", "bit_xor" -> bits(name.toLowerCase(Locale.ROOT), numbers);
      case "bit_not" -> not(x, numbers.size() < 2 ? MASK : y);
      case "bit_shift_left" -> isWhole(x) && isWhole(y) ? Math.floor(x * Math.pow(2, y)) : null;
      case "bit_shift_right" -> isWhole(x) && isWhole(y) ? Math.floor(x / Math.pow(2, y)) : null;
      default -> throw new UnsupportedOperationException(name);
    };
  }

  private static boolean isWhole(double number) {
    return number >= 0 && number <= MASK && number == Math.rint(number);
  }

  private static @Nullable Double bits(String name, List<Double> numbers) {
    if (!numbers.stream().allMatch(NumberFunctions::isWhole)) {
      return null;
    }
    return (double)
        numbers.stream()
            .map(Double::longValue)
            .reduce(
                (a, b) ->
                    switch (name) {
                      case "bit_and" -> a & b;
                      case "bit_or" -> a | b;
                      default -> a ^ b;
                    })
            .orElse(0L);
  }

  private static @Nullable Double not(double number, double mask) {
    return isWhole(number) && isWhole(mask) ? (double) (~(long) number & (long) mask) : null;
  }
}
