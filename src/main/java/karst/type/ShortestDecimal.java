package karst.type;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The decimal with the fewest digits that reads back as a given double; of several, the nearest.
 *
 * @param digits the significant digits, without zeros at either end
 * @param exponent where the point stands: the value is 0.digits × 10<sup>exponent</sup>
 */
record ShortestDecimal(String digits, int exponent) {
  /**
   * {@link Double#toString} promises the fewest digits only from Java 19 on; before, it now and
   * then has one too many, and what Karst prints must not depend on the Java that runs it.
   */
  private static final boolean PLATFORM_IS_SHORTEST = Runtime.version().feature() >= 19;

  /** Two different decimals of at most so many digits are never the same (normal) double. */
  private static final int UNIQUE_DIGITS = 15;

  /** Numbers from here on, other than integers that are exact, have an exponent. */
  private static final int MAX_PLAIN_EXPONENT = 16;

  /** Numbers below 0.0001 have an exponent, as C's {@code %g} has it. */
  private static final int MIN_PLAIN_EXPONENT = -3;

  /** Returns the shortest decimal of a positive, finite double. */
  static ShortestDecimal of(double number) {
    ShortestDecimal platform = read(Double.toString(number));
    int length = platform.digits.length();
    boolean unique = length <= UNIQUE_DIGITS && number >= Double.MIN_NORMAL;
    if (PLATFORM_IS_SHORTEST || unique) {
      return platform;
    }
    int first = number < Double.MIN_NORMAL ? 1 : UNIQUE_DIGITS;
    for (int precision = first; precision < length; precision++) {
      ShortestDecimal shorter = platform.shorten(precision, number);
      if (shorter != platform) {
        return shorter;
      }
    }
    return platform;
  }

  /**
   * Returns the decimal of so many digits that is the same double, or this one if there is none.
   * The doubles that a decimal can stand for are an interval around it, so if any decimal of that
   * precision is in the interval, a neighbour of this one is.
   */
  private ShortestDecimal shorten(int precision, double number) {
    BigDecimal exact = new BigDecimal("0." + digits).scaleByPowerOfTen(exponent);
    int scale = precision - exponent;
    BigDecimal below = exact.setScale(scale, RoundingMode.DOWN);
    BigDecimal above = exact.setScale(scale, RoundingMode.UP);
    boolean belowFits = below.doubleValue() == number;
    boolean aboveFits = above.doubleValue() == number;
    if (!belowFits && !aboveFits) {
      return this;
    }
    BigDecimal value = new BigDecimal(number);
    boolean belowIsNearer = value.subtract(below).abs().compareTo(value.subtract(above).abs()) <= 0;
    BigDecimal chosen = belowFits && (!aboveFits || belowIsNearer) ? below : above;
    BigDecimal stripped = chosen.stripTrailingZeros();
    String shorter = stripped.unscaledValue().toString();
    return new ShortestDecimal(shorter, shorter.length() - stripped.scale());
  }

  /** Reads what {@link Double#toString} writes. */
  private static ShortestDecimal read(String text) {
    int e = text.indexOf('E');
    int point = text.indexOf('.');
    int end = e < 0 ? text.length() : e;
    int shift = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
    String all = text.substring(0, point) + text.substring(point + 1, end);
    int from = 0;
    while (all.charAt(from) == '0') {
      from++;
    }
    int to = all.length();
    while (all.charAt(to - 1) == '0') {
      to--;
    }
    return new ShortestDecimal(all.substring(from, to), point - from + shift);
  }

  /** Writes the decimal plainly or, when huge or tiny, with an exponent. */
  String write(boolean negative) {
    StringBuilder out = new StringBuilder(24);
    if (negative) {
      out.append('-');
    }
    if (exponent > MAX_PLAIN_EXPONENT || exponent < MIN_PLAIN_EXPONENT) {
      writeScientific(out);
    } else if (exponent <= 0) {
      out.append("0.").append("0".repeat(-exponent)).append(digits);
    } else if (digits.length() <= exponent) {
      out.append(digits).append("0".repeat(exponent - digits.length()));
    } else {
      out.append(digits, 0, exponent).append('.').append(digits, exponent, digits.length());
    }
    return out.toString();
  }

  private void writeScientific(StringBuilder out) {
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    int power = exponent - 1;
    out.append(power < 0 ? "e-" : "e+");
    if (Math.abs(power) < 10) {
      out.append('0');
    }
    out.append(Math.abs(power));
  }
}
