package karst.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/** Reads the quantities of options: sizes and durations. */
final class Quantities {
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,15})\\s*([a-z]*)");

  private Quantities() {}

  /** Returns a number of bytes such as {@code 512m}. */
  static long bytes(String text) {
    Matcher matcher = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      int shift =
          switch (matcher.group(2)) {
            case "", "b" -> 0;
            case "k", "kb" -> 10;
            case "m", "mb" -> 20;
            case "g", "gb" -> 30;
            default -> -1;
          };
      if (shift >= 0 && number > 0 && number <= Long.MAX_VALUE >> shift) {
        return number << shift;
      }
    }
    throw bad("--max-memory", text, "a size such as 512m or 2g");
  }

  /** Returns a duration such as {@code 30s}. */
  static Duration duration(String text) {
    Matcher matcher = QUANTITY.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      long millis =
          switch (matcher.group(2)) {
            case "ms" -> 1;
            case "", "s", "sec" -> 1000;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 0;
          };
      if (millis > 0 && number > 0 && number < Long.MAX_VALUE / 4_000_000_000_000L) {
        return Duration.ofMillis(number * millis);
      }
    }
    throw bad("--timeout", text, "a time such as 30s or 5m");
  }

  private static RuntimeException bad(String option, String text, String expected) {
    return Diagnostic.error(
            DiagnosticCode.BAD_OPTION, option + ": expected " + expected + ", not `" + text + "`")
        .toException();
  }
}
