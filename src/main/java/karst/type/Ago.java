package karst.type;

/** How long ago a time is, in words: the largest unit of which there is one at least. */
public final class Ago {
  private static final String[] UNITS = {"year", "month", "day", "hour", "minute", "second"};
  private static final long[] SECONDS = {365 * 86_400, 30 * 86_400, 86_400, 3600, 60, 1};

  private Ago() {}

  /** Returns a text such as {@code 5 minutes ago}, for a time to come {@code in 5 minutes}. */
  public static String text(double seconds) {
    long whole = (long) Math.floor(Math.abs(seconds));
    int unit = 0;
    while (unit < SECONDS.length - 1 && whole < SECONDS[unit]) {
      unit++;
    }
    long count = whole / SECONDS[unit];
    String length = count + " " + UNITS[unit] + (count == 1 ? "" : "s");
    return seconds <= -1 ? "in " + length : length + " ago";
  }
}
