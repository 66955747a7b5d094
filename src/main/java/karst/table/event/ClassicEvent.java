package karst.table.event;

import java.util.Locale;

/**
 * Reads Windows events as blocks of text: a date, lines {@code Name=value}, and a message to the
 * end, whose lines {@code Name: value} are fields too, with underscores for blanks.
 */
final class ClassicEvent implements EventParser {
  private static final String DATE = "00/00/0000 00:00:00";

  /** Returns whether a line of the window begins a block: with a date. */
  static boolean beginsAt(ByteWindow window, int from, int size) {
    if (size - from < DATE.length()) {
      return false;
    }
    for (int i = 0; i < DATE.length(); i++) {
      byte next = window.at(from + i);
      char form = DATE.charAt(i);
      boolean fits = form == '0' ? next >= '0' && next <= '9' : next == form;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void parse(EventRecord record, EventFields fields) throws MalformedEventException {
    String text = fields.raw();
    int at = lineEnd(text, 0);
    fields.time(EventTime.american(text.substring(0, at).strip()));
    while (at < text.length()) {
      int end = lineEnd(text, at + 1);
      String line = text.substring(at + 1, end).stripTrailing();
      int equals = line.indexOf('=');
      if (equals > 0) {
        String name = line.substring(0, equals);
        if (name.equals("Message")) {
          String message = text.substring(at + 1 + equals + 1).strip();
          fields.add("Message", message);
          message(message, fields);
          return;
        }
        fields.add(name, line.substring(equals + 1));
      }
      at = end;
    }
  }

  private static void message(String message, EventFields fields) {
    for (String line : message.lines().skip(1).toList()) {
      int colon = line.indexOf(':');
      if (colon > 0 && colon < 60) {
        String name = line.substring(0, colon).strip().replace(' ', '_');
        String value = line.substring(colon + 1).strip();
        if (!name.isEmpty() && !value.isEmpty() && !name.toLowerCase(Locale.ROOT).equals("note")) {
          fields.add(name, value);
        }
      }
    }
  }

  private static int lineEnd(String text, int from) {
    int feed = text.indexOf('\n', Math.min(from, text.length()));
    return feed < 0 ? text.length() : feed;
  }
}
