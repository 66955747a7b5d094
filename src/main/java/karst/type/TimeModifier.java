package karst.type;

import java.time.ZoneId;

/**
 * A time such as {@code -24h@h}, {@code @w1+3h}, {@code now}, an epoch number or an absolute date,
 * relative to some time in a time zone (spl-semantics §1.7).
 */
public final class TimeModifier {
  private TimeModifier() {}

  /**
   * Parses a time modifier.
   *
   * @throws InvalidSyntaxException if the text is none; the message says what was expected
   */
  public static TimeModifier parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /**
   * Returns the time that the modifier means.
   *
   * @param base the time that it is relative to, in seconds since the epoch
   * @param zone where days begin
   */
  public double apply(double base, ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
