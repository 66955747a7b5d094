package karst.type;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;

/**
 * The English names of months and weekdays. They are those of the Java enums, since what the JDK's
 * locale data says differs between its versions ({@code Sep} or {@code Sept}).
 */
final class EnglishNames {
  private static final int ABBREVIATION = 3;

  private EnglishNames() {}

  static String name(Month month) {
    return capitalize(month.name());
  }

  static String name(DayOfWeek day) {
    return capitalize(day.name());
  }

  static String abbreviation(Month month) {
    return name(month).substring(0, ABBREVIATION);
  }

  static String abbreviation(DayOfWeek day) {
    return name(day).substring(0, ABBREVIATION);
  }

  private static String capitalize(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
