package karst.type;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time that is written out: an epoch number or a date. */
sealed interface AbsoluteTime {
  /** Returns the time in seconds since the epoch; a date without an offset is in the zone. */
  double seconds(ZoneId zone);

  /** Seconds since the epoch. */
  record Epoch(double seconds) implements AbsoluteTime {
    @Override
    public double seconds(ZoneId zone) {
      return seconds;
    }
  }

  /** A date and a time of day. */
  record Local(LocalDateTime time, @Nullable ZoneOffset offset) implements AbsoluteTime {
    @Override
    public double seconds(ZoneId zone) {
      return EpochTime.seconds(time.atZone(offset != null ? offset : zone));
    }
  }

  /**
   * Splunk's own form, {@code %m/%d/%Y:%H:%M:%S}; the time of day may be absent, the offset always
   * is.
   */
  Pattern SPLUNK =
      Pattern.compile(
          "(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})"
              + "(?::(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?)?"
              + "(?<offset>)?");

  /** ISO 8601, since people paste it. */
  Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})"
              + "(?:[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})"
              + "(?<fraction>\\.\\d{1,9})?)?(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  /** Digits, perhaps with a fraction. */
  Pattern EPOCH = Pattern.compile("\\d+(?:\\.\\d*)?");

  /**
   * Returns the time that a text is, or null when it has another form.
   *
   * @throws InvalidSyntaxException if it has the form of a date that does not exist
   */
  static @Nullable AbsoluteTime parse(String text) {
    if (EPOCH.matcher(text).matches()) {
      double seconds = Numbers.parse(text);
      // Both 0 and 1 say "all time" in a search.
      return new Epoch(seconds == 1 ? 0 : seconds);
    }
    Matcher date = SPLUNK.matcher(text);
    if (!date.matches()) {
      date = ISO.matcher(text);
    }
    return date.matches() ? local(date) : null;
  }

  private static AbsoluteTime local(Matcher date) {
    String offset = date.group("offset");
    String fraction = date.group("fraction");
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(date.group("year")),
              number(date.group("month")),
              number(date.group("day")),
              number(date.group("hour")),
              number(date.group("minute")),
              number(date.group("second")),
              fraction == null ? 0 : number((fraction.substring(1) + "00000000").substring(0, 9)));
      boolean hasOffset = offset != null && !offset.isEmpty();
      return new Local(time, hasOffset ? ZoneOffset.of(offset) : null);
    } catch (DateTimeException e) {
      throw new InvalidSyntaxException("there is no such date as `" + date.group() + "`", 0);
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
