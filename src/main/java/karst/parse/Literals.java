package karst.parse;

/**
 * Texts of tokens without their quotes and escapes (spl-semantics §1.3). Escapes are read in pairs
 * from left to right, since odd runs of backslashes matter.
 */
final class Literals {
  private Literals() {}

  /** Returns the text of a bare word of a search or argument. */
  static String bare(String token) {
    return unescape(token, 0, token.length(), "\"\\|", "\"\\|");
  }

  /** Returns the text of a double-quoted token of a search or argument. */
  static String quoted(String token) {
    return unescape(token, 1, token.length() - 1, "\"\\|", "\"\\|");
  }

  /** Returns the text of double-quoted pieces with dots between, such as {@code "a"."b"}. */
  static String quotedPieces(String token) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    while (start < token.length()) {
      int end = start + 1;
      while (token.charAt(end) != '"') {
        end += token.charAt(end) == '\\' ? 2 : 1;
      }
      text.append(unescape(token, start + 1, end, "\"\\|", "\"\\|"));
      if (end + 1 < token.length()) {
        text.append('.');
      }
      start = end + 2;
    }
    return text.toString();
  }

  /** Returns the text of a string of an eval expression, which knows tabs and line ends as well. */
  static String expressionString(String token) {
    return unescape(token, 1, token.length() - 1, "\"\\tnr", "\"\\\t\n\r");
  }

  /** Returns the name in single quotes. */
  static String name(String token) {
    return unescape(token, 1, token.length() - 1, "'\\", "'\\");
  }

  private static String unescape(String text, int start, int end, String escaped, String meant) {
    int backslash = text.indexOf('\\', start);
    if (backslash < 0 || backslash >= end) {
      return text.substring(start, end);
    }
    StringBuilder plain = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int escape = c == '\\' && i + 1 < end ? escaped.indexOf(text.charAt(i + 1)) : -1;
      if (escape >= 0) {
        plain.append(meant.charAt(escape));
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
