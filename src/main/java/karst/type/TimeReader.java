package karst.type;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;

/** Reads a text by the items of a format. */
final class TimeReader {
  private final String text;
  private final ParsedTime time;
  private int at;

  private TimeReader(String text, ParsedTime time) {
    this.text = text;
    this.time = time;
  }

  /** Reads a text's beginning into the parts of a time and returns whether it has the format. */
  static boolean read(List<TimeFormat.Item> items, String text, ParsedTime time) {
    TimeReader reader = new TimeReader(text, time);
    for (TimeFormat.Item item : items) {
      boolean matches =
          item instanceof TimeFormat.Item.Field field
              ? reader.field(field)
              : item instanceof TimeFormat.Item.Literal literal && reader.literal(literal.text());
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private boolean literal(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (Character.isWhitespace(c)) {
        skipBlanks();
      } else if (at < text.length() && text.charAt(at) == c) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean field(TimeFormat.Item.Field field) {
    return switch (field.directive()) {
      case YEAR -> (time.year = number(4, 0, 9999)) >= 0;
      case YEAR_OF_CENTURY -> yearOfCentury();
      case MONTH -> (time.month = number(2, 1, 12)) >= 0;
      case MONTH_NAME, MONTH_ABBREVIATION -> monthName();
      case DAY, DAY_PADDED_BY_SPACE -> (time.day = number(2, 1, 31)) >= 0;
      case DAY_OF_YEAR -> (time.dayOfYear = number(3, 1, 366)) >= 0;
      case WEEK_FROM_SUNDAY -> week(DayOfWeek.SUNDAY);
      case WEEK_FROM_MONDAY -> week(DayOfWeek.MONDAY);
      // The week of a year that no directive names: read, but of no use.
      case ISO_WEEK -> number(2, 1, 53) >= 0;
      case WEEKDAY_FROM_MONDAY -> weekday(number(1, 1, 7));
      case WEEKDAY_FROM_SUNDAY -> weekday(number(1, 0, 6));
      case WEEKDAY_NAME, WEEKDAY_ABBREVIATION -> weekdayName();
      case HOUR, HOUR_PADDED_BY_SPACE -> (time.hour = number(2, 0, 23)) >= 0;
      case HOUR_OF_HALF_DAY, HOUR_OF_HALF_DAY_PADDED_BY_SPACE ->
          (time.hourOfHalfDay = number(2, 1, 12)) >= 0;
      case HALF_DAY -> halfDay();
      case MINUTE -> (time.minute = number(2, 0, 59)) >= 0;
      // 60 is a leap second.
      case SECOND -> (time.second = number(2, 0, 60)) >= 0;
      case FRACTION -> fraction(field.digits());
      case EPOCH_SECONDS -> epochSeconds();
      case OFFSET, OFFSET_WITH_COLON, OFFSET_WITH_SECONDS -> offset();
      case OFFSET_IN_MINUTES -> offsetInMinutes();
      case ZONE_NAME -> zoneName();
    };
  }

  /** Reads a number of at most so many digits within bounds, else returns -1. */
  private int number(int mostDigits, int least, int most) {
    skipBlanks();
    int from = at;
    int value = 0;
    while (at < text.length() && at - from < mostDigits && isDigit(text.charAt(at))) {
      value = value * 10 + (text.charAt(at++) - '0');
    }
    return at > from && value >= least && value <= most ? value : -1;
  }

  private boolean yearOfCentury() {
    int value = number(2, 0, 99);
    // As POSIX has it: 69 to 99 are of the last century.
    time.year = value < 0 ? -1 : value + (value < 69 ? 2000 : 1900);
    return value >= 0;
  }

  private boolean monthName() {
    for (Month month : Month.values()) {
      if (acceptIgnoringCase(EnglishNames.name(month))
          || acceptIgnoringCase(EnglishNames.abbreviation(month))) {
        time.month = month.getValue();
        return true;
      }
    }
    return false;
  }

  private boolean weekdayName() {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (acceptIgnoringCase(EnglishNames.name(day))
          || acceptIgnoringCase(EnglishNames.abbreviation(day))) {
        time.weekday = day;
        return true;
      }
    }
    return false;
  }

  /** Takes a weekday from Monday as 1; Sunday is both 0 and 7. */
  private boolean weekday(int number) {
    if (number < 0) {
      return false;
    }
    time.weekday = number == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(number);
    return true;
  }

  private boolean week(DayOfWeek first) {
    time.week = number(2, 0, 53);
    time.firstOfWeek = first;
    return time.week >= 0;
  }

  private boolean halfDay() {
    if (acceptIgnoringCase("PM")) {
      time.afternoon = true;
      return true;
    }
    return acceptIgnoringCase("AM");
  }

  private boolean fraction(int mostDigits) {
    int from = at;
    int nanos = 0;
    int unit = 100_000_000;
    while (at < text.length() && at - from < mostDigits && isDigit(text.charAt(at))) {
      nanos += (text.charAt(at++) - '0') * unit;
      unit /= 10;
    }
    time.nanos = nanos;
    return at > from;
  }

  private boolean epochSeconds() {
    skipBlanks();
    boolean negative = accept('-');
    int from = at;
    long value = 0;
    while (at < text.length() && at - from < 12 && isDigit(text.charAt(at))) {
      value = value * 10 + (text.charAt(at++) - '0');
    }
    time.epochSecond = negative ? -value : value;
    time.hasEpoch = true;
    return at > from;
  }

  /** Reads {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm:ss}, whatever the directive. */
  private boolean offset() {
    skipBlanks();
    if (accept('Z') || accept('z')) {
      time.zone = ZoneOffset.UTC;
      return true;
    }
    int sign = accept('-') ? -1 : accept('+') ? 1 : 0;
    int hours = sign == 0 ? -1 : pair(18);
    if (hours < 0) {
      return false;
    }
    int minutes = optionalPair();
    int seconds = minutes < 0 ? -1 : optionalPair();
    int total = hours * 3600 + Math.max(minutes, 0) * 60 + Math.max(seconds, 0);
    time.zone = total <= 18 * 3600 ? ZoneOffset.ofTotalSeconds(sign * total) : null;
    return time.zone != null;
  }

  /** Reads two digits, perhaps after a colon; else stays and returns -1. */
  private int optionalPair() {
    int from = at;
    accept(':');
    int value = pair(59);
    if (value < 0) {
      at = from;
    }
    return value;
  }

  private int pair(int most) {
    if (at + 2 > text.length() || !isDigit(text.charAt(at)) || !isDigit(text.charAt(at + 1))) {
      return -1;
    }
    int value = (text.charAt(at) - '0') * 10 + (text.charAt(at + 1) - '0');
    at += 2;
    return value <= most ? value : -1;
  }

  private boolean offsetInMinutes() {
    skipBlanks();
    int sign = accept('-') ? -1 : 1;
    if (sign > 0) {
      accept('+');
    }
    int minutes = number(4, 0, 18 * 60);
    time.zone = minutes < 0 ? null : ZoneOffset.ofTotalSeconds(sign * minutes * 60);
    return minutes >= 0;
  }

  private boolean zoneName() {
    skipBlanks();
    int from = at;
    while (at < text.length() && ZoneAbbreviations.isPart(text.charAt(at))) {
      at++;
    }
    time.zone = ZoneAbbreviations.find(text.substring(from, at));
    return time.zone != null;
  }

  private boolean acceptIgnoringCase(String expected) {
    if (!text.regionMatches(true, at, expected, 0, expected.length())) {
      return false;
    }
    at += expected.length();
    return true;
  }

  private boolean accept(char c) {
    if (at == text.length() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
