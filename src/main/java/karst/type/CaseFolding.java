package karst.type;

/**
 * Unicode simple case folding: two characters that differ only in case fold to the same one, and a
 * text keeps its length. That is how search compares text (spl-semantics §2.2).
 */
public final class CaseFolding {
  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int SMALL_I_WITHOUT_DOT = 0x131;

  private CaseFolding() {}

  /** Returns the character that all cases of a code point share. */
  public static int fold(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint | 0x20 : codePoint;
    }
    if (codePoint == CAPITAL_I_WITH_DOT || codePoint == SMALL_I_WITHOUT_DOT) {
      // Turkish letters of their own; Java's mappings would make both an i.
      return codePoint;
    }
    // Upper case first, since several small letters (σ and ς) share one capital.
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /** Returns a text with every character folded; its length in chars stays the same. */
  public static String fold(String text) {
    int at = firstChange(text);
    if (at == text.length()) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, at);
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      folded.appendCodePoint(fold(codePoint));
      at += Character.charCount(codePoint);
    }
    return folded.toString();
  }

  private static int firstChange(String text) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (fold(codePoint) != codePoint) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }
}
