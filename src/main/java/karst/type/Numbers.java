package karst.type;

import java.nio.charset.StandardCharsets;

/**
 * Numbers in text: which texts are numbers, what they are worth, and how numbers are written
 * (spl-semantics §3.3, §3.7).
 *
 * <p>A text is a number if all of it is an optional sign, then digits with an optional fraction and
 * an optional exponent, or one of the words {@code nan}, {@code inf} and {@code infinity} in any
 * case. The words count because {@link #format} writes them and {@code isnum("NaN")} is true
 * (§3.8). Spaces, digit separators and hexadecimal do not make a number.
 */
public final class Numbers {
  /** The largest magnitude up to which every integer is a double: 2<sup>53</sup>. */
  public static final long MAX_EXACT_INTEGER = 1L << 53;

  private static final byte[] NAN = {'n', 'a', 'n'};
  private static final byte[] INF = {'i', 'n', 'f'};
  private static final byte[] INFINITY = {'i', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

  /** The powers of ten that are exact doubles. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** As many digits as a long surely holds. */
  private static final int LONG_DIGITS = 18;

  private Numbers() {}

  /** Returns whether a whole text is a number. */
  public static boolean isNumber(String text) {
    if (!mayBeNumber(text)) {
      return false;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return isNumber(bytes, 0, bytes.length);
  }

  /** Returns whether a whole range of UTF-8 bytes is a number. */
  public static boolean isNumber(byte[] bytes, int start, int end) {
    int at = skipSign(bytes, start, end);
    int wholeEnd = skipDigits(bytes, at, end);
    int digits = wholeEnd - at;
    int next = wholeEnd;
    if (next < end && bytes[next] == '.') {
      int fraction = next + 1;
      next = skipDigits(bytes, fraction, end);
      digits += next - fraction;
    }
    if (digits == 0) {
      return isWord(bytes, at, end);
    }
    if (next < end && (bytes[next] == 'e' || bytes[next] == 'E')) {
      int exponent = skipSign(bytes, next + 1, end);
      next = skipDigits(bytes, exponent, end);
      return next == end && next > exponent;
    }
    return next == end;
  }

  /**
   * Returns the number that a text is; a magnitude too large for a double is infinite.
   *
   * @throws NumberFormatException if the text is no number; ask {@link #isNumber} first
   */
  public static double parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /**
   * Returns the number that a range of UTF-8 bytes is; a magnitude too large for a double is
   * infinite. Makes no object where up to 18 digits and a small exponent tell the number.
   *
   * @throws NumberFormatException if the range is no number; ask {@link #isNumber} first
   */
  public static double parse(byte[] bytes, int start, int end) {
    double number = parseOrNaN(bytes, start, end);
    if (Double.isNaN(number) && !isNumber(bytes, start, end)) {
      throw new NumberFormatException(
          "not a number: " + new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }
    return number;
  }

  /** Returns the number that a text is, or NaN when it is none (or is {@code nan} itself). */
  public static double parseOrNaN(String text) {
    if (!mayBeNumber(text)) {
      return Double.NaN;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parseOrNaN(bytes, 0, bytes.length);
  }

  /** Returns whether numbers can be written in a base: a whole number from 2 to 36. */
  public static boolean isBase(double base) {
    return base == Math.rint(base) && base >= Character.MIN_RADIX && base <= Character.MAX_RADIX;
  }

  /** Returns whether a text is a number in a base; in any but ten it is a whole one. */
  public static boolean isNumber(String text, double base) {
    return base == 10 ? isNumber(text) : !Double.isNaN(parseOrNaN(text, base));
  }

  /**
   * Returns the number that a text is in a base, or NaN when it is none or there is no such base.
   */
  public static double parseOrNaN(String text, double base) {
    if (base == 10) {
      return parseOrNaN(text);
    }
    if (!isBase(base)) {
      return Double.NaN;
    }
    boolean prefixed = base == 16 && text.regionMatches(true, 0, "0x", 0, 2);
    try {
      return Long.parseLong(prefixed ? text.substring(2) : text, (int) base);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * Returns the number that a range of UTF-8 bytes is, or NaN when it is none (or is {@code nan}
   * itself): one pass where {@link #isNumber} and {@link #parse} would take two.
   */
  public static double parseOrNaN(byte[] bytes, int start, int end) {
    int at = skipSign(bytes, start, end);
    boolean negative = at > start && bytes[start] == '-';
    long significand = 0;
    int significant = 0;
    int digits = 0;
    int scale = 0;
    boolean inFraction = false;
    int next = at;
    for (; next < end; next++) {
      int c = bytes[next];
      if (c >= '0' && c <= '9') {
        digits++;
        scale -= inFraction ? 1 : 0;
        if (significant > 0 || c != '0') {
          significant++;
          significand = significand * 10 + (c - '0');
        }
      } else if (c == '.' && !inFraction) {
        inFraction = true;
      } else {
        break;
      }
    }
    if (next < end || digits == 0 || significant > LONG_DIGITS) {
      return isNumber(bytes, start, end) ? parseSlowly(bytes, start, end) : Double.NaN;
    }
    double number = significand;
    if (scale < 0) {
      if (significand > MAX_EXACT_INTEGER || -scale >= POWERS_OF_TEN.length) {
        return parseSlowly(bytes, start, end);
      }
      // Two exact doubles, so the quotient is rounded once and thus right.
      number /= POWERS_OF_TEN[-scale];
    }
    return negative ? -number : number;
  }

  /**
   * Returns a number as SPL writes it: an integer up to 2<sup>53</sup> without a point, else the
   * fewest digits that mean the same double. Huge and tiny numbers have an exponent of at least two
   * digits ({@code 1e+16}, {@code 2.5e-07}), others have none. What is no number is {@code nan},
   * {@code inf} or {@code -inf}, and minus zero is {@code 0}.
   */
  public static String format(double number) {
    if (Math.abs(number) <= MAX_EXACT_INTEGER && number == Math.rint(number)) {
      return Long.toString((long) number);
    }
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return ShortestDecimal.of(Math.abs(number)).write(number < 0);
  }

  private static double parseSlowly(byte[] bytes, int start, int end) {
    int at = skipSign(bytes, start, end);
    if (isWord(bytes, at, end)) {
      double word = equalsIgnoreCase(bytes, at, end, NAN) ? Double.NaN : Double.POSITIVE_INFINITY;
      return at > start && bytes[start] == '-' ? -word : word;
    }
    return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
  }

  /** Rejects most texts by a glance at the first character. */
  private static boolean mayBeNumber(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char c = text.charAt(0);
    return (c >= '0' && c <= '9')
        || c == '-'
        || c == '+'
        || c == '.'
        || c == 'n'
        || c == 'N'
        || c == 'i'
        || c == 'I';
  }

  private static boolean isWord(byte[] bytes, int start, int end) {
    return switch (end - start) {
      case 3 ->
          equalsIgnoreCase(bytes, start, end, NAN) || equalsIgnoreCase(bytes, start, end, INF);
      case 8 -> equalsIgnoreCase(bytes, start, end, INFINITY);
      default -> false;
    };
  }

  private static boolean equalsIgnoreCase(byte[] bytes, int start, int end, byte[] lowerCaseWord) {
    if (end - start != lowerCaseWord.length) {
      return false;
    }
    for (int i = 0; i < lowerCaseWord.length; i++) {
      if ((bytes[start + i] | 0x20) != lowerCaseWord[i]) {
        return false;
      }
    }
    return true;
  }

  private static int skipSign(byte[] bytes, int start, int end) {
    return start < end && (bytes[start] == '-' || bytes[start] == '+') ? start + 1 : start;
  }

  private static int skipDigits(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at;
  }
}
