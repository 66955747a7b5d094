package karst.type;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Writes a time by the items of a format. */
final class TimeWriter {
  private final ZonedDateTime time;
  private final StringBuilder out = new StringBuilder(32);

  private TimeWriter(ZonedDateTime time) {
    this.time = time;
  }

  static String write(List<TimeFormat.Item> items, ZonedDateTime time) {
    TimeWriter writer = new TimeWriter(time);
    for (TimeFormat.Item item : items) {
      if (item instanceof TimeFormat.Item.Literal literal) {
        writer.out.append(literal.text());
      } else if (item instanceof TimeFormat.Item.Field field) {
        writer.field(field);
      }
    }
    return writer.out.toString();
  }

  private void field(TimeFormat.Item.Field field) {
    switch (field.directive()) {
      case YEAR -> number(time.getYear(), 4, '0');
      case YEAR_OF_CENTURY -> number(Math.floorMod(time.getYear(), 100), 2, '0');
      case MONTH -> number(time.getMonthValue(), 2, '0');
      case MONTH_NAME -> out.append(EnglishNames.name(time.getMonth()));
      case MONTH_ABBREVIATION -> out.append(EnglishNames.abbreviation(time.getMonth()));
      case DAY -> number(time.getDayOfMonth(), 2, '0');
      case DAY_PADDED_BY_SPACE -> number(time.getDayOfMonth(), 2, ' ');
      case DAY_OF_YEAR -> number(time.getDayOfYear(), 3, '0');
      case WEEK_FROM_SUNDAY -> number(week(DayOfWeek.SUNDAY), 2, '0');
      case WEEK_FROM_MONDAY -> number(week(DayOfWeek.MONDAY), 2, '0');
      case ISO_WEEK -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
      case WEEKDAY_FROM_MONDAY -> out.append(time.getDayOfWeek().getValue());
      case WEEKDAY_FROM_SUNDAY -> out.append(time.getDayOfWeek().getValue() % 7);
      case WEEKDAY_NAME -> out.append(EnglishNames.name(time.getDayOfWeek()));
      case WEEKDAY_ABBREVIATION -> out.append(EnglishNames.abbreviation(time.getDayOfWeek()));
      case HOUR -> number(time.getHour(), 2, '0');
      case HOUR_PADDED_BY_SPACE -> number(time.getHour(), 2, ' ');
      case HOUR_OF_HALF_DAY -> number(hourOfHalfDay(), 2, '0');
      case HOUR_OF_HALF_DAY_PADDED_BY_SPACE -> number(hourOfHalfDay(), 2, ' ');
      case HALF_DAY -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case MINUTE -> number(time.getMinute(), 2, '0');
      case SECOND -> number(time.getSecond(), 2, '0');
      case FRACTION -> fraction(field.digits());
      case EPOCH_SECONDS -> out.append(time.toEpochSecond());
      case OFFSET -> offset("", false);
      case OFFSET_WITH_COLON -> offset(":", false);
      case OFFSET_WITH_SECONDS -> offset(":", true);
      case OFFSET_IN_MINUTES -> offsetInMinutes();
      case ZONE_NAME -> out.append(zoneName());
    }
  }

  private void number(long value, int width, char padding) {
    String digits = Long.toString(value);
    for (int i = digits.length(); i < width; i++) {
      out.append(padding);
    }
    out.append(digits);
  }

  private int hourOfHalfDay() {
    return (time.getHour() + 11) % 12 + 1;
  }

  /** The week of the year; days before the first such weekday are in week 0. */
  private int week(DayOfWeek first) {
    int sinceFirst = Math.floorMod(time.getDayOfWeek().getValue() - first.getValue(), 7);
    return (time.getDayOfYear() + 6 - sinceFirst) / 7;
  }

  private void fraction(int digits) {
    String nanos = Integer.toString(1_000_000_000 + time.getNano());
    out.append(nanos, 1, 1 + digits);
  }

  private void offset(String separator, boolean withSeconds) {
    int seconds = time.getOffset().getTotalSeconds();
    int magnitude = Math.abs(seconds);
    out.append(seconds < 0 ? '-' : '+');
    number(magnitude / 3600, 2, '0');
    out.append(separator);
    number(magnitude / 60 % 60, 2, '0');
    if (withSeconds) {
      out.append(separator);
      number(magnitude % 60, 2, '0');
    }
  }

  private void offsetInMinutes() {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    out.append(minutes < 0 ? "-" : "+").append(Math.abs(minutes));
  }

  private String zoneName() {
    if (time.getZone().normalized() instanceof ZoneOffset offset) {
      return offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId();
    }
    boolean daylight = time.getZone().getRules().isDaylightSavings(time.toInstant());
    return TimeZone.getTimeZone(time.getZone())
        .getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH);
  }
}
