package karst.plan;

/** When a search starts, as its planning sees it; it remembers whether planning asked. */
public final class SearchStart {
  private final double seconds;
  private boolean asked;

  /**
   * Creates a start.
   *
   * @param seconds since the epoch
   */
  public SearchStart(double seconds) {
    this.seconds = seconds;
  }

  /** Returns the seconds since the epoch. */
  public double seconds() {
    asked = true;
    return seconds;
  }

  /** Returns whether the plan may depend on the start. */
  public boolean wasAsked() {
    return asked;
  }
}
