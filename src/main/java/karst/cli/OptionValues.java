package karst.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.source.NearestName;
import karst.type.InvalidSyntaxException;
import karst.type.TimeModifier;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. A wrong one is wrong usage. */
final class OptionValues {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|sec|m|min|h)?");

  private OptionValues() {}

  /** Returns the fault of a value that is none of a few. */
  static TypeConversionException noneOf(List<String> names, String text) {
    String all =
        String.join(", ", names.subList(0, names.size() - 1))
            + " or "
            + names.get(names.size() - 1);
    return expected(all, text, names);
  }

  /** Returns the fault of a value, with the candidate that was probably meant. */
  static TypeConversionException expected(String what, String text, List<String> candidates) {
    String nearest = NearestName.find(text, candidates);
    String hint = nearest == null ? "" : "; did you mean `" + nearest + "`?";
    return new TypeConversionException("expected " + what + ", not `" + text + "`" + hint);
  }

  /** Returns the constant of a name in any case. */
  static <E extends Enum<E>> E oneOf(E[] constants, String text) {
    List<String> names = new ArrayList<>();
    for (E constant : constants) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
      names.add(name);
    }
    throw noneOf(names, text);
  }

  /** Returns a time such as {@code -7d@d}. */
  static TimeModifier time(String text) {
    try {
      return TimeModifier.parse(text);
    } catch (InvalidSyntaxException fault) {
      throw new TypeConversionException("`" + text + "` is no time: " + fault.getMessage());
    }
  }

  /** Returns a time zone such as {@code Europe/Berlin}. */
  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException fault) {
      List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
      throw expected("a time zone such as Europe/Berlin", text, zones);
    }
  }

  /** Returns a duration such as {@code 30s}; a number alone is one of seconds. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
    long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (number == 0) {
      throw expected("a time such as 30s or 5m", text, List.of());
    }
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "m", "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }

  /** Returns a number of things, at least 1. */
  static Integer count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException fault) {
      // Falls through to the one fault of all numbers that will not do.
    }
    throw expected("a whole number from 1", text, List.of());
  }
}
