package karst.type;

import java.time.ZoneId;
import java.util.Arrays;

/**
 * The buckets of a span in a zone: as {@link TimeSpan#floor} says, but most times are answered
 * without a calendar. It keeps what it found, so it is for one thread.
 */
public final class TimeBuckets {
  /** Buckets that were found are kept by the hour in which they were asked for. */
  private static final int KEPT = 1 << 11;

  private static final int HOUR = 3600;

  /** Times are rounded to microseconds: near the end of a bucket they may belong to the next. */
  private static final double MARGIN = 0.001;

  private final TimeSpan span;
  private final ZoneId zone;
  private final long seconds;
  private final double[] starts;
  private final double[] ends;

  /** Creates the buckets of a span. */
  public TimeBuckets(TimeSpan span, ZoneId zone) {
    this.span = span;
    this.zone = zone;
    this.seconds = span.wholeSeconds();
    this.starts = new double[seconds > 0 || span.seconds() < 1 ? 0 : KEPT];
    this.ends = new double[starts.length];
    Arrays.fill(starts, Double.POSITIVE_INFINITY);
  }

  /** Returns the start of the bucket that a time falls into; NaN for what is no time. */
  public double floor(double time) {
    if (seconds > 0) {
      return wholeSeconds(time);
    }
    return starts.length > 0 ? kept(time) : span.floor(time, zone);
  }

  private double wholeSeconds(double time) {
    double whole = Math.floor(time);
    return EpochTime.isTime(time) && time - whole < 1 - MARGIN
        ? Math.floorDiv((long) whole, seconds) * seconds
        : span.floor(time, zone);
  }

  private double kept(double time) {
    int place = Math.floorMod((long) Math.floor(time / HOUR), KEPT);
    if (time >= starts[place] && time < ends[place]) {
      return starts[place];
    }
    double start = span.floor(time, zone);
    double end = Double.isNaN(start) ? start : span.next(start, zone);
    starts[place] = Double.isNaN(end) ? Double.POSITIVE_INFINITY : start;
    ends[place] = end - MARGIN;
    return start;
  }
}
