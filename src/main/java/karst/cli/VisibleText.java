package karst.cli;

/**
 * Makes data safe to look at: characters that would move a terminal's cursor, colour it, or turn
 * the reading direction become escapes. Command lines of attackers hold such things on purpose.
 */
final class VisibleText {
  private VisibleText() {}

  /** Returns a text whose only control character is the line break. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text.charAt(i))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        continue;
      }
      if (c == '\t') {
        out.append("  ");
      } else if (isHidden(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHidden(char c) {
    if (c < 0x7F) {
      return c < ' ' && c != '\n';
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
