package karst.function.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.function.Row;
import karst.type.InvalidSyntaxException;
import karst.type.Numbers;

/**
 * A format of {@code printf}: C's conversions {@code %s %c %d %i %u %x %X %o %f %e %E %g %G %%}
 * with flags, width, precision and {@code *} (spl-semantics §3.8). A value that is missing or no
 * number where one is wanted is written as nothing, padded to the width.
 */
final class PrintfFormat {
  private static final String CONVERSIONS = "sciduxXofFeEgGaAp";
  private static final int MAX_WIDTH = 10_000;
  private static final int FROM_ARGUMENT = -2;
  private static final int UNSET = -1;

  private final List<Piece> pieces;

  private PrintfFormat(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** A part of a format: text, or a conversion when {@code letter} is not 0. */
  private record Piece(String text, String flags, int width, int precision, char letter) {
    static Piece of(String text) {
      return new Piece(text, "", 0, UNSET, (char) 0);
    }

    boolean has(char flag) {
      return flags.indexOf(flag) >= 0;
    }
  }

  /**
   * Compiles a format.
   *
   * @throws InvalidSyntaxException if a percent sign starts no conversion
   */
  static PrintfFormat compile(String format) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        percent = format.length();
      }
      if (percent > at) {
        pieces.add(Piece.of(format.substring(at, percent)));
      }
      at = percent == format.length() ? percent : conversion(format, percent, pieces);
    }
    return new PrintfFormat(pieces);
  }

  /** Reads the conversion at a percent sign and returns where it ends. */
  private static int conversion(String format, int percent, List<Piece> pieces) {
    int at = percent + 1;
    int flags = at;
    while (at < format.length() && "+- #0'".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    String flagText = format.substring(flags, at);
    int from = at;
    at = skipNumber(format, at);
    int width = number(format, from, at, 0);
    int precision = UNSET;
    if (at < format.length() && format.charAt(at) == '.') {
      from = at + 1;
      at = skipNumber(format, from);
      precision = number(format, from, at, 0);
    }
    while (at < format.length() && "hlLqjzt".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    char letter = at < format.length() ? format.charAt(at) : 0;
    if (letter == '%') {
      pieces.add(Piece.of("%"));
    } else if (letter != 0 && CONVERSIONS.indexOf(letter) >= 0) {
      pieces.add(new Piece("", flagText, width, precision, letter));
    } else {
      throw new InvalidSyntaxException("no conversion follows the percent sign", percent);
    }
    return at + 1;
  }

  private static int skipNumber(String format, int from) {
    int at = from;
    if (at < format.length() && format.charAt(at) == '*') {
      return at + 1;
    }
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int number(String format, int from, int to, int absent) {
    if (from == to) {
      return absent;
    }
    if (format.charAt(from) == '*') {
      return FROM_ARGUMENT;
    }
    return to - from > 5 ? MAX_WIDTH : Math.min(MAX_WIDTH, Integer.parseInt(format, from, to, 10));
  }

  /** Writes the arguments of a row after the first, which is the format. */
  String write(Row row) {
    StringBuilder out = new StringBuilder();
    int argument = 1;
    for (Piece piece : pieces) {
      if (piece.letter == 0) {
        out.append(piece.text);
        continue;
      }
      int width = piece.width == FROM_ARGUMENT ? whole(row, argument++, 0) : piece.width;
      int precision =
          piece.precision == FROM_ARGUMENT ? whole(row, argument++, UNSET) : piece.precision;
      // C takes a negative width from an argument as the flag for the left.
      boolean left = piece.has('-') || width < 0;
      String body = body(piece, precision, row, argument++);
      pad(body, Math.abs(width), left, piece, out);
    }
    return out.toString();
  }

  private static int whole(Row row, int argument, int absent) {
    if (!row.has(argument)) {
      return absent;
    }
    double number = Row.numberOf(row.elements(argument), row.from(argument));
    return Double.isNaN(number) ? absent : (int) Math.max(-MAX_WIDTH, Math.min(MAX_WIDTH, number));
  }

  private static void pad(String body, int width, boolean left, Piece piece, StringBuilder out) {
    int missing = Math.max(0, width - body.codePointCount(0, body.length()));
    boolean zeros = piece.has('0') && !left && "sc".indexOf(piece.letter) < 0 && !body.isEmpty();
    if (left) {
      out.append(body).append(" ".repeat(missing));
    } else if (zeros && Character.isDigit(body.charAt(body.length() - 1))) {
      int sign = "+- ".indexOf(body.charAt(0)) >= 0 ? 1 : 0;
      int prefix = body.regionMatches(true, sign, "0x", 0, 2) ? sign + 2 : sign;
      out.append(body, 0, prefix).append("0".repeat(missing)).append(body.substring(prefix));
    } else {
      out.append(" ".repeat(missing)).append(body);
    }
  }

  private static String body(Piece piece, int precision, Row row, int argument) {
    if (!row.has(argument)) {
      return "";
    }
    if (piece.letter == 's' || piece.letter == 'c') {
      String text = Row.textOf(row.elements(argument), row.from(argument));
      int limit = piece.letter == 'c' ? 1 : precision < 0 ? Integer.MAX_VALUE : precision;
      return text.codePointCount(0, text.length()) <= limit
          ? text
          : text.substring(0, text.offsetByCodePoints(0, limit));
    }
    double number = Row.numberOf(row.elements(argument), row.from(argument));
    if (Double.isNaN(number)) {
      return "";
    }
    if (Double.isInfinite(number)) {
      return Numbers.format(number);
    }
    return switch (piece.letter) {
      case 'x', 'X', 'o', 'p' -> bits(piece, precision, (long) number);
      case 'd', 'i', 'u' -> {
        String digits = digits(Long.toString(Math.abs((long) number)), precision);
        yield sign(piece, (long) number < 0) + (piece.has('\'') ? grouped(digits) : digits);
      }
      default -> sign(piece, number < 0) + fraction(piece, precision, Math.abs(number));
    };
  }

  private static String sign(Piece piece, boolean negative) {
    return negative ? "-" : piece.has('+') ? "+" : piece.has(' ') ? " " : "";
  }

  private static String digits(String digits, int precision) {
    return "0".repeat(Math.max(0, precision - digits.length())) + digits;
  }

  private static String grouped(String digits) {
    StringBuilder out = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  private static String bits(Piece piece, int precision, long value) {
    if (piece.letter == 'o') {
      return (piece.has('#') ? "0" : "") + digits(Long.toOctalString(value), precision);
    }
    boolean prefixed = piece.letter == 'p' || piece.has('#') && value != 0;
    String text = (prefixed ? "0x" : "") + digits(Long.toHexString(value), precision);
    return piece.letter == 'X' ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String fraction(Piece piece, int precision, double magnitude) {
    int decimals = precision < 0 ? 6 : precision;
    BigDecimal exact = new BigDecimal(magnitude);
    return switch (piece.letter) {
      case 'f', 'F' -> {
        String text = exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        yield piece.has('\'') ? grouped(text.substring(0, point)) + text.substring(point) : text;
      }
      case 'e' -> String.format(Locale.ROOT, "%." + decimals + "e", exact);
      case 'E' -> String.format(Locale.ROOT, "%." + decimals + "E", exact);
      case 'a', 'A' -> Double.toHexString(magnitude);
      default -> shortest(piece, decimals == 0 ? 1 : decimals, magnitude, exact);
    };
  }

  /** C's {@code %g}: as many significant digits as asked for, trailing zeros dropped. */
  private static String shortest(Piece piece, int digits, double magnitude, BigDecimal exact) {
    String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", exact);
    int mark = scientific.indexOf('e');
    int exponent = Integer.parseInt(scientific.substring(mark + 1).replace("+", ""));
    String text;
    if (magnitude != 0 && (exponent < -4 || exponent >= digits)) {
      text = unpadded(scientific.substring(0, mark)) + scientific.substring(mark);
    } else {
      int decimals = magnitude == 0 ? 0 : digits - 1 - exponent;
      text = unpadded(exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }
    return piece.letter == 'G' ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String unpadded(String digits) {
    if (digits.indexOf('.') < 0) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
