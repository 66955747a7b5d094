package karst.type;

import java.time.ZoneId;

/** A format of strftime and strptime (spl-semantics §3.8, date and time). */
public final class TimeFormat {
  private TimeFormat() {}

  /** Compiles a format; unknown directives stay as they are. */
  public static TimeFormat compile(String format) {
    throw new UnsupportedOperationException(format);
  }

  /** Returns a time, in seconds since the epoch, as text. */
  public String format(double time, ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the time that a text means, in seconds since the epoch, or NaN when it does not match.
   *
   * @param now fills in what the format lacks: the year, or the day
   */
  public double parse(String text, double now, ZoneId zone) {
    throw new UnsupportedOperationException(text);
  }
}
