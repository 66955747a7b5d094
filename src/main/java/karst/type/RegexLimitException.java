package karst.type;

/** A regular expression took more steps, or a deeper stack, on a text than a match may take. */
public final class RegexLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception for a pattern that may not look at more than so many characters. */
  public RegexLimitException(String pattern, long steps) {
    super("the regular expression `" + pattern + "` took more than " + steps + " steps");
  }

  /** Creates an exception for a pattern whose match recurses until the stack is full. */
  public RegexLimitException(String pattern, StackOverflowError cause) {
    super("the regular expression `" + pattern + "` repeats a group too often on a text", cause);
  }
}
