package karst.type;

/** A text that counts how often a regular expression looks at it, and stops it at a limit. */
final class BoundedText implements CharSequence {
  private final String text;
  private final String pattern;
  private final long limit;
  private long steps;

  /**
   * Wraps a text.
   *
   * @param pattern the user's pattern, for the message
   */
  BoundedText(String text, String pattern, long limit) {
    this.text = text;
    this.pattern = pattern;
    this.limit = limit;
  }

  /** Starts to count anew. */
  void restart() {
    steps = 0;
  }

  @Override
  public char charAt(int index) {
    if (++steps > limit) {
      throw new RegexLimitException(pattern, limit);
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
