package karst.table.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line of text: the date that it begins with, and what stands as {@code name=value} or
 * {@code name="value"} in it (spl-semantics §2.6).
 */
final class LineEvent implements EventParser {
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![^\\s,;|(\\[{&?])([A-Za-z_][\\w.:-]*)=(?:\"([^\"]*)\"|([^\\s,;|&)\\]}\"]+))");

  @Override
  public void parse(EventRecord record, EventFields fields) {
    String text = fields.raw();
    fields.time(EventTime.atStartOf(text));
    if (text.indexOf('=') < 0) {
      return;
    }
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      String quoted = pair.group(2);
      fields.addIfAbsent(pair.group(1), quoted == null ? pair.group(3) : quoted);
    }
  }
}
