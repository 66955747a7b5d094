package karst.type;

import java.time.ZoneId;

/**
 * The width of a time bucket such as {@code 1h}, {@code 2mon} or {@code 1w@w0} (spl-semantics §1.7,
 * last rule).
 */
public final class TimeSpan {
  private TimeSpan() {}

  /**
   * Parses a span.
   *
   * @throws InvalidSyntaxException if the text is none
   */
  public static TimeSpan parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Returns the start of the bucket that a time, in seconds since the epoch, falls into. */
  public double floor(double time, ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  /** Returns the start of the bucket after the one that starts at a time. */
  public double next(double bucket, ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
