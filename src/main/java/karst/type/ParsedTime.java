package karst.type;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The parts of a time that a text names; a part that it does not name is -1 or null. */
final class ParsedTime {
  /** strptime knows no earlier year: epoch numbers near zero are taken for mistakes. */
  private static final int FIRST_YEAR = 1971;

  int year = -1;
  int month = -1;
  int day = -1;
  int dayOfYear = -1;
  int week = -1;
  DayOfWeek firstOfWeek = DayOfWeek.SUNDAY;
  @Nullable DayOfWeek weekday;
  int hour = -1;
  int hourOfHalfDay = -1;
  boolean afternoon;
  int minute = -1;
  int second = -1;
  int nanos;
  boolean hasEpoch;
  long epochSecond;
  @Nullable ZoneId zone;

  /**
   * Returns the time in seconds since the epoch, or NaN when the parts do not make one.
   *
   * @param now tells the year, or the day, where the text does not
   * @param userZone the zone unless the text names one
   */
  double resolve(double now, ZoneId userZone) {
    if (hasEpoch) {
      return EpochTime.seconds(epochSecond, nanos);
    }
    ZoneId in = zone != null ? zone : userZone;
    try {
      LocalDate date = date(EpochTime.inZone(now, in).toLocalDate());
      if (date == null || date.getYear() < FIRST_YEAR) {
        return Double.NaN;
      }
      LocalTime time = LocalTime.of(resolvedHour(), Math.max(minute, 0));
      long start = date.atTime(time).atZone(in).toEpochSecond();
      return EpochTime.seconds(start + Math.max(second, 0), nanos);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private @Nullable LocalDate date(LocalDate today) {
    int inYear = year >= 0 ? year : today.getYear();
    if (day >= 0) {
      return LocalDate.of(inYear, month >= 0 ? month : today.getMonthValue(), day);
    }
    if (dayOfYear >= 0) {
      return LocalDate.ofYearDay(inYear, dayOfYear);
    }
    if (week >= 0 && weekday != null) {
      LocalDate firstWeek =
          LocalDate.of(inYear, 1, 1).with(TemporalAdjusters.firstInMonth(firstOfWeek));
      int intoWeek = Math.floorMod(weekday.getValue() - firstOfWeek.getValue(), 7);
      return firstWeek.plusDays(7L * (week - 1) + intoWeek);
    }
    return year < 0 && month < 0 && week < 0 ? today : null;
  }

  private int resolvedHour() {
    if (hour >= 0) {
      return hour;
    }
    return hourOfHalfDay < 0 ? 0 : hourOfHalfDay % 12 + (afternoon ? 12 : 0);
  }
}
