package karst.type;

import java.util.Locale;

/** A place in a pattern that moves forward as the pattern is read. */
final class PatternCursor {
  final String text;
  private int at;

  PatternCursor(String text) {
    this.text = text;
  }

  /** Returns the place, counted from 0. */
  int at() {
    return at;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** Returns whether a literal text comes next; the place stays. */
  boolean looksAt(String literal) {
    return text.startsWith(literal, at);
  }

  /** Moves past a literal text if it comes next. */
  boolean accept(String literal) {
    if (!looksAt(literal)) {
      return false;
    }
    at += literal.length();
    return true;
  }

  /** Returns the next character without moving, or -1 at the end. */
  int peek() {
    return atEnd() ? -1 : text.codePointAt(at);
  }

  /** Returns the next character and moves past it; only before the end. */
  int next() {
    int codePoint = text.codePointAt(at);
    at += Character.charCount(codePoint);
    return codePoint;
  }

  /** Moves past a literal and returns what stands before it. */
  String readUntil(String literal, String missing, int blamed) {
    int end = text.indexOf(literal, at);
    if (end < 0) {
      throw new InvalidSyntaxException(missing, blamed);
    }
    String content = text.substring(at, end);
    at = end + literal.length();
    return content;
  }

  /** Moves past at most so many ASCII digits of a base and returns them. */
  String readDigits(int base, int most) {
    int from = at;
    while (!atEnd() && at - from < most && isDigit(text.charAt(at), base)) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Moves past and returns a run of letters, digits and underscores. */
  String readName() {
    int from = at;
    while (!atEnd() && isWord(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Moves to another place. */
  void moveTo(int place) {
    at = place;
  }

  private static boolean isDigit(char c, int base) {
    return c < 0x80 && Character.digit(c, base) >= 0;
  }

  private static boolean isWord(char c) {
    return c == '_' || isDigit(c, 36);
  }

  /** Writes a character so that Java takes it literally, in and out of brackets. */
  static String literal(int codePoint) {
    if (codePoint >= 0x80 || Character.isLetterOrDigit(codePoint)) {
      return Character.isSurrogate((char) codePoint) && codePoint < 0x10000
          ? String.format(Locale.ROOT, "\\x{%x}", codePoint)
          : Character.toString(codePoint);
    }
    return codePoint < ' ' || codePoint == 0x7f
        ? String.format(Locale.ROOT, "\\x{%x}", codePoint)
        : "\\" + (char) codePoint;
  }
}
