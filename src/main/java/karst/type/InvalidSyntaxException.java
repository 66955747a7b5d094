package karst.type;

/** A pattern, format, span or time modifier that cannot be understood. */
public final class InvalidSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int index;

  /**
   * Creates an exception.
   *
   * @param message what is wrong, one sentence in lower case without a final stop
   * @param index where in the text, counted from 0; -1 when unknown
   */
  public InvalidSyntaxException(String message, int index) {
    super(message);
    this.index = index;
  }

  /** Returns where in the text the fault is, counted from 0; -1 when unknown. */
  public int index() {
    return index;
  }
}
