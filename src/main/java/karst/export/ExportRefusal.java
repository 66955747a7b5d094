package karst.export;

/** Says that a dialect cannot say what a plan means. */
public final class ExportRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Creates a refusal.
   *
   * @param reason a clause in lower case, such as {@code the rows of a table have no order}
   */
  public ExportRefusal(String reason) {
    super(reason);
  }

  /** Returns why. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
