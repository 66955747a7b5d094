package karst.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The span that cuts a range into no more than some number of bins (spl-semantics §6.1 bin). */
public final class SpanChoice {
  /** The spans of time that are tried, the shortest first. */
  private static final List<TimeSpan> TIMES =
      List.of("1s", "5s", "10s", "30s", "1m", "5m", "10m", "30m", "1h", "1d", "1mon").stream()
          .map(TimeSpan::parse)
          .toList();

  /** The widths that are tried, within each power of ten. Splunk's documents name none. */
  private static final List<BigDecimal> WIDTHS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5));

  private static final int SMALLEST_POWER = -12;
  private static final int LARGEST_POWER = 309;

  private SpanChoice() {}

  /**
   * Returns a span of time.
   *
   * @param low the first time
   * @param high the last time
   * @param least the shortest span that may be taken; null for any
   */
  public static TimeSpan ofTimes(
      double low, double high, long bins, @Nullable TimeSpan least, ZoneId zone) {
    for (TimeSpan span : TIMES) {
      boolean wide = least == null || span.seconds() >= least.seconds();
      double first = span.floor(low, zone);
      if (wide && (high - first) / span.seconds() < bins) {
        return span;
      }
    }
    return TIMES.get(TIMES.size() - 1);
  }

  /**
   * Returns a width.
   *
   * @param low the smallest number
   * @param high the largest number
   * @param least the smallest width that may be taken; 0 for any
   */
  public static NumberSpan ofNumbers(double low, double high, long bins, double least) {
    BigDecimal from = new BigDecimal(low);
    BigDecimal to = new BigDecimal(high);
    for (int power = SMALLEST_POWER; power < LARGEST_POWER; power++) {
      for (BigDecimal digit : WIDTHS) {
        BigDecimal width = digit.scaleByPowerOfTen(power);
        if (width.doubleValue() >= least && count(from, to, width) <= bins) {
          return NumberSpan.of(width);
        }
      }
    }
    return NumberSpan.of(BigDecimal.ONE.scaleByPowerOfTen(LARGEST_POWER));
  }

  private static double count(BigDecimal low, BigDecimal high, BigDecimal width) {
    BigDecimal first = low.divide(width, 0, RoundingMode.FLOOR);
    return high.divide(width, 0, RoundingMode.FLOOR).subtract(first).doubleValue() + 1;
  }
}
