package karst.type;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of time modifiers and spans, with all its spellings (spl-semantics §1.7). Units up to the
 * hour have a fixed length; from the day on they follow the calendar of a time zone.
 */
enum CalendarUnit {
  MICROSECOND(1, "us"),
  MILLISECOND(1_000, "ms"),
  CENTISECOND(10_000, "cs"),
  DECISECOND(100_000, "ds"),
  SECOND(1_000_000, "s", "sec", "secs", "second", "seconds"),
  MINUTE(60_000_000L, "m", "min", "mins", "minute", "minutes"),
  HOUR(3_600_000_000L, "h", "hr", "hrs", "hour", "hours"),
  DAY(86_400_000_000L, "d", "day", "days"),
  WEEK(7 * 86_400_000_000L, "w", "week", "weeks"),
  MONTH(30 * 86_400_000_000L, "mon", "month", "months"),
  QUARTER(91 * 86_400_000_000L, "q", "qtr", "qtrs", "quarter", "quarters"),
  YEAR(365 * 86_400_000_000L, "y", "yr", "yrs", "year", "years");

  /** The day that weeks begin with unless a snap says otherwise. */
  static final DayOfWeek WEEK_START = DayOfWeek.SUNDAY;

  /** The usual length in microseconds. */
  final long micros;

  final List<String> spellings;

  CalendarUnit(long micros, String... spellings) {
    this.micros = micros;
    this.spellings = List.of(spellings);
  }

  /** Returns whether a unit has always the same length. */
  boolean isFixed() {
    return compareTo(HOUR) <= 0;
  }

  boolean isBelowSecond() {
    return compareTo(SECOND) < 0;
  }

  /** Returns the unit of a spelling, or null. */
  static @Nullable CalendarUnit find(String spelling) {
    for (CalendarUnit unit : values()) {
      if (unit.spellings.contains(spelling)) {
        return unit;
      }
    }
    return null;
  }

  /** Returns the unit of a spelling that stands at a place of a text. */
  static CalendarUnit parse(String spelling, int place) {
    CalendarUnit unit = find(spelling);
    if (unit == null) {
      throw new InvalidSyntaxException(
          "unknown time unit `" + spelling + "`; " + suggest(spelling), place);
    }
    return unit;
  }

  private static String suggest(String spelling) {
    String nearest = nearest(spelling);
    return nearest == null
        ? "the units are s, m, h, d, w, mon, q and y"
        : "did you mean `" + nearest + "`?";
  }

  /** The spelling that shares at least half of the wrong one, and adds least to it; or null. */
  private static @Nullable String nearest(String wrong) {
    String best = null;
    int bestScore = Integer.MIN_VALUE;
    for (CalendarUnit unit : values()) {
      for (String spelling : unit.spellings) {
        int shared = sharedPrefix(wrong, spelling);
        int score = 3 * shared - spelling.length();
        if (score > bestScore && 2 * shared >= wrong.length()) {
          bestScore = score;
          best = spelling;
        }
      }
    }
    return best;
  }

  private static int sharedPrefix(String a, String b) {
    int at = 0;
    while (at < a.length()
        && at < b.length()
        && Character.toLowerCase(a.charAt(at)) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  /** Returns the last start of a unit that is not after a time; weeks start on the given day. */
  ZonedDateTime floor(ZonedDateTime time, DayOfWeek weekStart) {
    LocalDate day = time.toLocalDate();
    return switch (this) {
      case MICROSECOND, MILLISECOND, CENTISECOND, DECISECOND, SECOND ->
          time.truncatedTo(ChronoUnit.SECONDS);
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> startOf(day, time);
      case WEEK -> startOf(day.with(TemporalAdjusters.previousOrSame(weekStart)), time);
      case MONTH -> startOf(day.withDayOfMonth(1), time);
      case QUARTER ->
          startOf(day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1), time);
      case YEAR -> startOf(day.withDayOfYear(1), time);
    };
  }

  /** The first moment of a day, which is not midnight where a clock change skips midnight. */
  private static ZonedDateTime startOf(LocalDate day, ZonedDateTime inZone) {
    return day.atStartOfDay(inZone.getZone());
  }

  /**
   * Adds units to a time: hours and less as so many seconds, days and more on the calendar, where a
   * day that a month lacks becomes its last.
   */
  ZonedDateTime plus(ZonedDateTime time, long amount) {
    return switch (this) {
      case MICROSECOND, MILLISECOND, CENTISECOND, DECISECOND ->
          time.plusNanos(Math.multiplyExact(amount, micros * 1000));
      case SECOND -> time.plusSeconds(amount);
      case MINUTE -> time.plusMinutes(amount);
      case HOUR -> time.plusHours(amount);
      case DAY -> time.plusDays(amount);
      case WEEK -> time.plusWeeks(amount);
      case MONTH -> time.plusMonths(amount);
      case QUARTER -> time.plusMonths(Math.multiplyExact(amount, 3L));
      case YEAR -> time.plusYears(amount);
    };
  }
}
