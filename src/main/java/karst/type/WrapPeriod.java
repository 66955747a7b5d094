package karst.type;

import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of periods that lie side by side, such as {@code 1d} or {@code 2week}, which follow
 * the calendar (spl-semantics §6.2 timewrap).
 */
public final class WrapPeriod {
  private static final Pattern FORM = Pattern.compile("(\\d{0,6})([A-Za-z]+)");

  private final String text;
  private final long amount;
  private final CalendarUnit unit;

  private WrapPeriod(String text, long amount, CalendarUnit unit) {
    this.text = text;
    this.amount = amount;
    this.unit = unit;
  }

  /**
   * Parses a period; no number means one.
   *
   * @throws InvalidSyntaxException if the text is none, or shorter than a second
   */
  public static WrapPeriod parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InvalidSyntaxException("expected a period such as 1d, 1w or 2mon", 0);
    }
    CalendarUnit unit = CalendarUnit.parse(form.group(2), form.start(2));
    long amount = form.group(1).isEmpty() ? 1 : Long.parseLong(form.group(1));
    if (amount == 0 || unit.isBelowSecond()) {
      throw new InvalidSyntaxException("a period is at least a second", 0);
    }
    return new WrapPeriod(text, amount, unit);
  }

  /** Returns the usual length in seconds. */
  public double seconds() {
    return (double) amount * unit.micros / EpochTime.MICROS;
  }

  /** Returns the time a number of periods before another. */
  public double before(double end, long periods, ZoneId zone) {
    String step = "-" + periods * amount + unit.spellings.get(0);
    return periods == 0 ? end : TimeModifier.parse(step).apply(end, zone);
  }

  /** Returns the words for the period that is a number of periods before the last one. */
  public String name(long periods) {
    String word = unit.name().toLowerCase(Locale.ROOT);
    if (periods == 0) {
      return "latest_" + (amount == 1 ? word : amount + word + "s");
    }
    long units = periods * amount;
    return units + word + (units == 1 ? "" : "s") + "_before";
  }

  /** Returns the period's text. */
  @Override
  public String toString() {
    return text;
  }
}
