package karst.table.event;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import karst.table.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when an event happened. What Sysmon says itself goes before what the log says, a time
 * with a zone before one without, which is taken for UTC.
 */
final class EventTime {
  private static final List<String> FIELDS =
      List.of(
          "_time",
          "SystemTime",
          "UtcTime",
          "@timestamp",
          "TimeCreated",
          "TimeGenerated",
          "eventTime",
          "EventTime",
          "EventReceivedTime",
          "creationTime",
          "CreationTime",
          "timestamp",
          "Timestamp",
          "time",
          "ts",
          "time_local",
          "date");

  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss[.SSS] a", Locale.ENGLISH);

  /** As web servers write it. */
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy[:][ ]HH:mm:ss Z", Locale.ENGLISH);

  /** An epoch beyond this counts milliseconds: as seconds it would be after the year 5000. */
  private static final double SECONDS_LIMIT = 1e11;

  private EventTime() {}

  /** Returns the seconds since the epoch that the fields say, NaN for none. */
  static double of(EventFields fields) {
    for (String name : FIELDS) {
      double seconds = parse(fields.get(name));
      if (!Double.isNaN(seconds)) {
        return seconds;
      }
    }
    return Double.NaN;
  }

  /** Returns the time at the start of a line, NaN for none. */
  static double atStartOf(String line) {
    int end = 0;
    while (end < line.length() && end < 40 && line.charAt(end) != ' ') {
      end++;
    }
    double seconds = date(line.substring(0, end));
    if (Double.isNaN(seconds) || end > 10) {
      return seconds;
    }
    int next = line.indexOf(' ', end + 1);
    double both = date(line.substring(0, next < 0 ? Math.min(line.length(), 40) : next));
    return Double.isNaN(both) ? seconds : both;
  }

  private static double date(String text) {
    return text.length() >= 10 && text.charAt(4) == '-' ? TimeText.parse(text) : Double.NaN;
  }

  /** Returns the seconds that a date such as {@code 01/14/2021 11:41:39 PM} says, NaN for none. */
  static double american(String text) {
    try {
      return LocalDateTime.parse(text, AMERICAN).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException other) {
      return Double.NaN;
    }
  }

  private static double commonLog(String text) {
    try {
      return OffsetDateTime.parse(text, COMMON_LOG).toEpochSecond();
    } catch (DateTimeException other) {
      return Double.NaN;
    }
  }

  private static double parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Double.NaN;
    }
    if (text.length() > 20 && text.charAt(2) == '/' && text.charAt(6) == '/') {
      return commonLog(text);
    }
    double seconds = TimeText.parse(text);
    return Math.abs(seconds) > SECONDS_LIMIT ? seconds / 1000 : seconds;
  }
}
