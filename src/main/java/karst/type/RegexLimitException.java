package karst.type;

/** A regular expression took more steps on a text than a run allows. */
public final class RegexLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception for a pattern. */
  public RegexLimitException(String pattern, long steps) {
    super("the regular expression `" + pattern + "` took more than " + steps + " steps");
  }
}
