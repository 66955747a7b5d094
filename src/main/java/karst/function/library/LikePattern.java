package karst.function.library;

/**
 * A pattern of {@code like}: {@code %} is any run of characters, {@code _} is one, all others stand
 * for themselves with regard to case. There is no escape (spl-semantics §3.8).
 */
final class LikePattern {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] pattern;

  private LikePattern(int[] pattern) {
    this.pattern = pattern;
  }

  /** Compiles a pattern; every text is one. */
  static LikePattern compile(String text) {
    return new LikePattern(
        text.codePoints().map(c -> c == '%' ? ANY_RUN : c == '_' ? ANY_ONE : c).toArray());
  }

  /**
   * Returns whether a whole text matches. Only the last {@code %} is ever retried, so the time is
   * at most the product of the lengths.
   */
  boolean matches(String text) {
    int at = 0;
    int next = 0;
    int run = -1;
    int resume = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (next < pattern.length && pattern[next] == ANY_RUN) {
        run = next++;
        resume = at;
      } else if (next < pattern.length && (pattern[next] == c || pattern[next] == ANY_ONE)) {
        next++;
        at += Character.charCount(c);
      } else if (run >= 0) {
        resume += Character.charCount(text.codePointAt(resume));
        at = resume;
        next = run + 1;
      } else {
        return false;
      }
    }
    while (next < pattern.length && pattern[next] == ANY_RUN) {
      next++;
    }
    return next == pattern.length;
  }
}
