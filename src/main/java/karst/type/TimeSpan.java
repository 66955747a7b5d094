package karst.type;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The width of a time bucket such as {@code 1h}, {@code 2mon} or {@code 1w@w0} (spl-semantics §1.7,
 * last rule).
 *
 * <p>Spans of hours and less lie at multiples of their length from the epoch, so {@code 24h} begins
 * at midnight UTC. Spans of days begin at local midnight, weeks on Sunday unless a snap names
 * another day, months, quarters and years on the first of a month; several of them together are
 * counted from 1970. A fixed span that snaps to a day or more, {@code 4h@d}, is counted anew from
 * each start of that unit.
 */
public final class TimeSpan {
  private static final int MAX_DIGITS = 9;

  /** Beyond this a span of days or more leaves the calendar. */
  private static final long MAX_CALENDAR_UNITS = 100_000;

  private static final long EPOCH_MONTH = 1970 * 12L;

  private final String text;
  private final long amount;
  private final CalendarUnit unit;
  private final @Nullable CalendarUnit snap;
  private final DayOfWeek weekStart;

  private TimeSpan(
      String text,
      long amount,
      CalendarUnit unit,
      @Nullable CalendarUnit snap,
      DayOfWeek weekStart) {
    this.text = text;
    this.amount = amount;
    this.unit = unit;
    this.snap = snap;
    this.weekStart = weekStart;
  }

  /**
   * Parses a span. No number means one, and no unit means seconds.
   *
   * @throws InvalidSyntaxException if the text is none
   */
  public static TimeSpan parse(String text) {
    PatternCursor in = new PatternCursor(text);
    String digits = in.readDigits(10, Integer.MAX_VALUE);
    if (digits.length() > MAX_DIGITS) {
      throw new InvalidSyntaxException("the number is too large", 0);
    }
    long amount = digits.isEmpty() ? 1 : Long.parseLong(digits);
    if (amount == 0) {
      throw new InvalidSyntaxException("a span is at least 1", 0);
    }
    int unitAt = in.at();
    String spelling = TimeModifier.readLetters(in);
    if (spelling.isEmpty() && (digits.isEmpty() || !in.atEnd())) {
      throw new InvalidSyntaxException("expected a span such as 5m, 1d or 1w@w0", unitAt);
    }
    CalendarUnit unit =
        spelling.isEmpty() ? CalendarUnit.SECOND : CalendarUnit.parse(spelling, unitAt);
    if (!unit.isFixed() && amount > MAX_CALENDAR_UNITS) {
      throw new InvalidSyntaxException("the number is too large", 0);
    }
    if (in.atEnd()) {
      return new TimeSpan(text, amount, unit, null, CalendarUnit.WEEK_START);
    }
    return snapped(text, in, amount, unit);
  }

  private static TimeSpan snapped(String text, PatternCursor in, long amount, CalendarUnit unit) {
    int snapAt = in.at();
    if (!in.accept("@")) {
      throw new InvalidSyntaxException("expected `@` or the end of the span", snapAt);
    }
    CalendarUnit snap = CalendarUnit.parse(TimeModifier.readLetters(in), snapAt + 1);
    int dayAt = in.at();
    String day = snap == CalendarUnit.WEEK ? in.readDigits(10, Integer.MAX_VALUE) : "";
    DayOfWeek weekStart =
        day.isEmpty() ? CalendarUnit.WEEK_START : TimeModifier.weekday(day, dayAt);
    if (!in.atEnd()) {
      throw new InvalidSyntaxException("expected the end of the span", in.at());
    }
    if (unit == CalendarUnit.DAY && snap == CalendarUnit.WEEK && amount % 7 == 0) {
      return new TimeSpan(text, amount / 7, CalendarUnit.WEEK, null, weekStart);
    }
    if (unit.isFixed()) {
      // Hours and less divide the epoch evenly: a snap to them changes nothing.
      return new TimeSpan(text, amount, unit, snap.isFixed() ? null : snap, weekStart);
    }
    if (unit != snap) {
      throw new InvalidSyntaxException(
          "a span of " + unit.spellings.get(unit.spellings.size() - 1) + " cannot snap to this",
          snapAt);
    }
    return new TimeSpan(text, amount, unit, null, weekStart);
  }

  /** Returns whether the span has a unit below the second, which tstats does not take. */
  public boolean isBelowSecond() {
    return unit.isBelowSecond();
  }

  /** Returns the usual length in seconds; a month counts 30 days, a year 365. */
  public double seconds() {
    return (double) amount * unit.micros / EpochTime.MICROS;
  }

  /** Returns the length if each bucket has the same, in whole seconds from the epoch; 0 if not. */
  long wholeSeconds() {
    long micros = unit.isFixed() && snap == null ? amount * unit.micros : 1;
    return micros % EpochTime.MICROS == 0 ? micros / EpochTime.MICROS : 0;
  }

  /**
   * Returns the start of the bucket that a time, in seconds since the epoch, falls into; NaN for
   * what is no time.
   */
  public double floor(double time, ZoneId zone) {
    if (!EpochTime.isTime(time)) {
      return Double.NaN;
    }
    if (!unit.isFixed()) {
      return startOf(bucketOf(time, zone), zone);
    }
    long length = amount * unit.micros;
    long micros = EpochTime.micros(time);
    long origin = snap == null ? 0 : EpochTime.micros(snapStart(time, zone, snap));
    long bucket = origin + Math.floorDiv(micros - origin, length) * length;
    return EpochTime.ofMicros(bucket);
  }

  /** Returns the start of the bucket after the one that starts at a time. */
  public double next(double bucket, ZoneId zone) {
    if (!EpochTime.isTime(bucket)) {
      return Double.NaN;
    }
    if (!unit.isFixed()) {
      return startOf(bucketOf(bucket, zone) + 1, zone);
    }
    double next = EpochTime.ofMicros(EpochTime.micros(bucket) + amount * unit.micros);
    if (snap == null) {
      return next;
    }
    ZonedDateTime start = snap.floor(EpochTime.inZone(bucket, zone), weekStart);
    ZonedDateTime following = snap.floor(snap.plus(start, 1), weekStart);
    return Math.min(next, EpochTime.seconds(following));
  }

  private double snapStart(double time, ZoneId zone, CalendarUnit to) {
    return EpochTime.seconds(to.floor(EpochTime.inZone(time, zone), weekStart));
  }

  /** Returns the number of the calendar bucket that a time falls into. */
  private long bucketOf(double time, ZoneId zone) {
    LocalDate day = EpochTime.inZone(time, zone).toLocalDate();
    return months() > 0
        ? Math.floorDiv(day.getLong(ChronoField.PROLEPTIC_MONTH) - EPOCH_MONTH, months())
        : Math.floorDiv(day.toEpochDay() - firstDay(), days());
  }

  private double startOf(long bucket, ZoneId zone) {
    LocalDate day =
        months() > 0
            ? LocalDate.ofEpochDay(0).plusMonths(bucket * months())
            : LocalDate.ofEpochDay(firstDay() + bucket * days());
    return day.atStartOfDay(zone).toEpochSecond();
  }

  /** Returns the months of a span that is counted in months, else 0. */
  private long months() {
    return switch (unit) {
      case MONTH -> amount;
      case QUARTER -> 3 * amount;
      case YEAR -> 12 * amount;
      case MICROSECOND, MILLISECOND, CENTISECOND, DECISECOND, SECOND, MINUTE, HOUR, DAY, WEEK -> 0;
    };
  }

  private long days() {
    return unit == CalendarUnit.WEEK ? 7 * amount : amount;
  }

  /** Returns a day, counted from 1970-01-01 (a Thursday), on which a bucket starts. */
  private long firstDay() {
    return unit == CalendarUnit.WEEK ? weekStart.getValue() - DayOfWeek.THURSDAY.getValue() - 7 : 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeSpan span
        && amount == span.amount
        && unit == span.unit
        && snap == span.snap
        && weekStart == span.weekStart;
  }

  @Override
  public int hashCode() {
    return Objects.hash(amount, unit, snap, weekStart);
  }

  /** Returns the span's text. */
  @Override
  public String toString() {
    return text;
  }
}
