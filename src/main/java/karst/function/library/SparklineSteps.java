package karst.function.library;

import java.time.ZoneId;
import java.time.ZoneOffset;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * The steps of time that a sparkline has a point for each of.
 *
 * @param span the length of a step; null for the shortest usual one that makes no more than {@value
 *     SparklineAccumulator#MAX_STEPS}
 * @param earliest the start of the search's time range; infinity where it has none
 * @param latest the last time of that range; negative infinity where it has none
 */
public record SparklineSteps(@Nullable TimeSpan span, ZoneId zone, double earliest, double latest) {
  /** The steps that rows with times make by themselves. */
  static final SparklineSteps OF_ROWS = over(null, ZoneOffset.UTC, null, null);

  /**
   * Returns the steps of a time range.
   *
   * @param earliest the first time, if there is one
   * @param latest the time that it ends before, if there is one
   */
  public static SparklineSteps over(
      @Nullable TimeSpan span, ZoneId zone, @Nullable Double earliest, @Nullable Double latest) {
    return new SparklineSteps(
        span,
        zone,
        earliest == null ? Double.POSITIVE_INFINITY : earliest,
        latest == null ? Double.NEGATIVE_INFINITY : Math.nextDown(latest));
  }
}
