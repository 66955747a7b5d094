package karst.macro;

import karst.source.Span;

/** Whitespace around a part of a text. */
final class Whitespace {
  private Whitespace() {}

  /** Returns a span without the whitespace at its ends. */
  static Span trim(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /** Returns the offset of the first character at or after an offset that is not whitespace. */
  static int skip(String text, int offset) {
    int at = offset;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
