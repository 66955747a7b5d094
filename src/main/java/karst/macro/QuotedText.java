package karst.macro;

/** The little of SPL's lexical structure that expansion needs: quotes and escapes. */
final class QuotedText {
  private QuotedText() {}

  /**
   * Returns the offset after what stands at an offset: a text in double quotes with both quotes
   * (all the rest when it is not closed), an escaped quote or backslash, else one character.
   */
  static int skip(String text, int offset) {
    char c = text.charAt(offset);
    if (c == '"') {
      int close = closing(text, offset);
      return close < 0 ? text.length() : close + 1;
    }
    return isEscape(text, offset) ? offset + 2 : offset + 1;
  }

  /** Returns the offset of the quote that closes the one at an offset, or -1. */
  static int closing(String text, int open) {
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return at;
      }
      at += c == '\\' ? 2 : 1;
    }
    return -1;
  }

  /** Returns whether an escaped quote or backslash starts at an offset (spl-semantics §1.3). */
  static boolean isEscape(String text, int offset) {
    if (text.charAt(offset) != '\\' || offset + 1 == text.length()) {
      return false;
    }
    char next = text.charAt(offset + 1);
    return next == '"' || next == '\\';
  }
}
