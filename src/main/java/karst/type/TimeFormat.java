package karst.type;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A format of strftime and strptime (spl-semantics §3.8, date and time). Names of months and days
 * are English, whatever the machine speaks.
 */
public final class TimeFormat {
  /** Directives that stand for several others: those of the locale are as in the United States. */
  private static final Map<Character, String> ABBREVIATIONS =
      Map.of(
          'c', "%a %b %e %H:%M:%S %Y",
          'x', "%m/%d/%Y",
          'X', "%H:%M:%S",
          'D', "%m/%d/%y",
          'F', "%Y-%m-%d",
          'T', "%H:%M:%S",
          'R', "%H:%M",
          '+', "%a %b %e %H:%M:%S %Z %Y");

  private final String format;
  private final List<Item> items;

  /** A part of a format. */
  sealed interface Item {
    /** Text that stands for itself; a blank in it stands for any blanks when reading. */
    record Literal(String text) implements Item {}

    /**
     * A directive.
     *
     * @param digits for a fraction of a second how many digits it has, else 0
     */
    record Field(TimeDirective directive, int digits) implements Item {}
  }

  private TimeFormat(String format, List<Item> items) {
    this.format = format;
    this.items = List.copyOf(items);
  }

  /** Compiles a format; unknown directives stay as they are. */
  public static TimeFormat compile(String format) {
    List<Item> items = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    compile(format, items, literal);
    flush(literal, items);
    return new TimeFormat(format, items);
  }

  private static void compile(String format, List<Item> items, StringBuilder literal) {
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%' || at == format.length()) {
        literal.append(c);
        continue;
      }
      char symbol = format.charAt(at);
      String longer = ABBREVIATIONS.get(symbol);
      Item.Field fraction = fraction(format, at);
      TimeDirective directive = TimeDirective.at(format, at);
      if (longer != null) {
        compile(longer, items, literal);
        at++;
      } else if (fraction != null) {
        flush(literal, items);
        items.add(fraction);
        at += Character.isDigit(symbol) ? 2 : 1;
      } else if (directive != null) {
        flush(literal, items);
        items.add(new Item.Field(directive, 0));
        at += directive.symbol.length();
      } else if (symbol == '%' || symbol == 'n' || symbol == 't') {
        literal.append(symbol == 'n' ? '\n' : symbol == 't' ? '\t' : '%');
        at++;
      } else {
        literal.append('%');
      }
    }
  }

  /** Returns the fraction of a second whose symbol stands at a place, or null. */
  private static Item.@Nullable Field fraction(String format, int place) {
    char width = format.charAt(place);
    boolean hasWidth = width >= '1' && width <= '9';
    int symbolAt = hasWidth ? place + 1 : place;
    char symbol = symbolAt < format.length() ? format.charAt(symbolAt) : ' ';
    int usual =
        switch (symbol) {
          case 'N' -> 9;
          case 'Q' -> 3;
          case 'f' -> 6;
          default -> 0;
        };
    return usual == 0
        ? null
        : new Item.Field(TimeDirective.FRACTION, hasWidth ? width - '0' : usual);
  }

  private static void flush(StringBuilder literal, List<Item> items) {
    if (!literal.isEmpty()) {
      items.add(new Item.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /**
   * Returns a time, in seconds since the epoch, as text; {@code nan} and times out of the calendar
   * are written as numbers.
   */
  public String format(double time, ZoneId zone) {
    return EpochTime.isTime(time)
        ? TimeWriter.write(items, EpochTime.inZone(time, zone))
        : Numbers.format(time);
  }

  /**
   * Returns the time that a text means, in seconds since the epoch, or NaN when it does not match.
   * The text may go on after the format's end. Without a year the year is the present one, without
   * any date the day is today; a date without a day, and one before 1971, is no match.
   *
   * @param now fills in what the format lacks: the year, or the day
   */
  public double parse(String text, double now, ZoneId zone) {
    ParsedTime parsed = new ParsedTime();
    return TimeReader.read(items, text, parsed) ? parsed.resolve(now, zone) : Double.NaN;
  }

  /** Returns the format's text. */
  @Override
  public String toString() {
    return format;
  }
}
