package karst.cli;

/** Tells whether the text of a search goes on on another line. */
final class UnfinishedSearch {
  private UnfinishedSearch() {}

  /**
   * Returns what a text still needs: a closing sign, or {@code |} for the command after a bar; the
   * empty text if it may end here.
   */
  static String needs(String text) {
    StringBuilder open = new StringBuilder();
    char last = ' ';
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '`') {
        int end = text.startsWith("```", at) ? after(text, "```", at + 3) : closing(text, at);
        if (end < 0) {
          return text.startsWith("```", at) ? "```" : String.valueOf(c);
        }
        at = end - 1;
      } else if (c == '[' || c == '(') {
        open.append(c == '[' ? ']' : ')');
      } else if (open.length() > 0 && c == open.charAt(open.length() - 1)) {
        open.setLength(open.length() - 1);
      }
      last = Character.isWhitespace(c) ? last : c;
      at++;
    }
    return open.length() > 0 ? open.substring(open.length() - 1) : last == '|' ? "|" : "";
  }

  private static int closing(String text, int quote) {
    for (int at = quote + 1; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == text.charAt(quote)) {
        return at + 1;
      }
    }
    return -1;
  }

  private static int after(String text, String sign, int start) {
    int at = text.indexOf(sign, start);
    return at < 0 ? -1 : at + sign.length();
  }
}
