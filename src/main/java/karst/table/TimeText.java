package karst.table;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

/**
 * Times in text: epoch seconds in decimals, or ISO 8601 with {@code Z}, an offset, or neither (then
 * it is UTC).
 */
public final class TimeText {
  /** What {@link #parse} returns for a text that is no time. */
  public static final double NONE = Double.NaN;

  private static final long SECONDS_A_DAY = 86_400;
  private static final int MAX_LONG_DIGITS = 18;
  private static final int MAX_FRACTION_DIGITS = 9;

  private TimeText() {}

  /** Returns the epoch seconds of a text, NaN when it is no time. */
  public static double parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /** Returns the epoch seconds of a range of UTF-8 bytes, NaN when it is no time. */
  static double parse(byte[] bytes, int start, int end) {
    boolean date = end - start >= 10 && bytes[start + 4] == '-';
    return date ? iso(bytes, start, end) : decimal(bytes, start, end);
  }

  private static double decimal(byte[] bytes, int start, int end) {
    boolean signed = start < end && (bytes[start] == '-' || bytes[start] == '+');
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int at = signed ? start + 1 : start; at < end; at++) {
      byte next = bytes[at];
      if (next == '.' && point < 0) {
        point = at;
      } else if (next >= '0' && next <= '9') {
        digits = digits * 10 + (next - '0');
        count++;
      } else {
        return NONE;
      }
    }
    if (count == 0) {
      return NONE;
    }
    int scale = point < 0 ? 0 : end - point - 1;
    // A quotient of two doubles that are exact is the double nearest to the text.
    if (count > MAX_LONG_DIGITS || digits > 1L << 53) {
      String text = new String(bytes, start, end - start, StandardCharsets.US_ASCII);
      return Double.parseDouble(text);
    }
    double value = digits / powerOfTen(scale);
    return signed && bytes[start] == '-' ? -value : value;
  }

  private static double iso(byte[] bytes, int start, int end) {
    int year = number(bytes, start, 4, end);
    int month = number(bytes, start + 5, 2, end);
    int day = number(bytes, start + 8, 2, end);
    boolean valid =
        year >= 0 && bytes[start + 7] == '-' && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!valid || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
      return NONE;
    }
    long seconds = epochDay(year, month, day) * SECONDS_A_DAY;
    int at = start + 10;
    if (at == end) {
      return seconds;
    }
    int hour = number(bytes, at + 1, 2, end);
    int minute = number(bytes, at + 4, 2, end);
    boolean separated =
        (bytes[at] == 'T' || bytes[at] == 't' || bytes[at] == ' ')
            && byteAt(bytes, at + 3, end) == ':';
    if (!separated || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return NONE;
    }
    seconds += hour * 3600L + minute * 60L;
    at += 6;
    long fraction = 0;
    int scale = 0;
    if (byteAt(bytes, at, end) == ':') {
      int second = number(bytes, at + 1, 2, end);
      if (second < 0 || second > 59) {
        return NONE;
      }
      seconds += second;
      at += 3;
      if (byteAt(bytes, at, end) == '.' || byteAt(bytes, at, end) == ',') {
        int digits = ++at;
        for (; isDigit(byteAt(bytes, at, end)); at++) {
          if (scale < MAX_FRACTION_DIGITS) {
            fraction = fraction * 10 + (bytes[at] - '0');
            scale++;
          }
        }
        if (at == digits) {
          return NONE;
        }
      }
    }
    long offset = offset(bytes, at, end);
    if (offset == Long.MIN_VALUE) {
      return NONE;
    }
    double power = powerOfTen(scale);
    return ((seconds - offset) * (long) power + fraction) / power;
  }

  /** Returns the seconds by which a zone is ahead of UTC, {@link Long#MIN_VALUE} for none. */
  private static long offset(byte[] bytes, int at, int end) {
    int sign = byteAt(bytes, at, end);
    if (at == end || ((sign == 'Z' || sign == 'z') && at + 1 == end)) {
      return 0;
    }
    int hours = number(bytes, at + 1, 2, end);
    int next = byteAt(bytes, at + 3, end) == ':' ? at + 4 : at + 3;
    int minutes = next == at + 3 && next == end ? 0 : number(bytes, next, 2, end);
    boolean complete = end == next + 2 || (end == at + 3 && next == end);
    boolean valid = hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59 && complete;
    if (!valid || (sign != '+' && sign != '-')) {
      return Long.MIN_VALUE;
    }
    long seconds = hours * 3600L + minutes * 60L;
    return sign == '-' ? -seconds : seconds;
  }

  /** Returns the days since 1970-01-01 in the Gregorian calendar, years counted from March. */
  private static long epochDay(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(y, 400L);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  private static double powerOfTen(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** Returns the number that so many digits are, -1 where other bytes stand. */
  private static int number(byte[] bytes, int at, int digits, int end) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      if (!isDigit(byteAt(bytes, i, end))) {
        return -1;
      }
      value = value * 10 + (bytes[i] - '0');
    }
    return value;
  }

  private static int byteAt(byte[] bytes, int at, int end) {
    return at < end ? bytes[at] : -1;
  }

  private static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }
}
