package karst.type;

import org.jspecify.annotations.Nullable;

/**
 * A directive of a time format, such as {@code %H} (spl-semantics §3.8). Those that only abbreviate
 * others are listed in {@link TimeFormat}.
 */
enum TimeDirective {
  YEAR("Y"),
  YEAR_OF_CENTURY("y"),
  MONTH("m"),
  MONTH_NAME("B"),
  MONTH_ABBREVIATION("b"),
  DAY("d"),
  DAY_PADDED_BY_SPACE("e"),
  DAY_OF_YEAR("j"),
  WEEK_FROM_SUNDAY("U"),
  WEEK_FROM_MONDAY("W"),
  ISO_WEEK("V"),
  WEEKDAY_FROM_MONDAY("u"),
  WEEKDAY_FROM_SUNDAY("w"),
  WEEKDAY_NAME("A"),
  WEEKDAY_ABBREVIATION("a"),
  HOUR("H"),
  HOUR_PADDED_BY_SPACE("k"),
  HOUR_OF_HALF_DAY("I"),
  HOUR_OF_HALF_DAY_PADDED_BY_SPACE("l"),
  HALF_DAY("p"),
  MINUTE("M"),
  SECOND("S"),
  /** A fraction of a second with so many digits as its item says. */
  FRACTION("N"),
  EPOCH_SECONDS("s"),
  OFFSET("z"),
  OFFSET_WITH_COLON(":z"),
  OFFSET_WITH_SECONDS("::z"),
  OFFSET_IN_MINUTES("Ez"),
  ZONE_NAME("Z");

  /** What follows the percent sign. */
  final String symbol;

  TimeDirective(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the directive whose symbol stands at a place of a format, or null. */
  static @Nullable TimeDirective at(String format, int place) {
    for (TimeDirective directive : values()) {
      if (format.startsWith(directive.symbol, place)) {
        return directive;
      }
    }
    return null;
  }
}
