package karst.sample;

import java.time.Instant;

/** The three days of the sample, 13 to 15 May 2024, in UTC. */
final class SampleTime {
  static final int DAYS = 3;

  private static final long START = Instant.parse("2024-05-13T00:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000L;

  private SampleTime() {}

  /** Returns a time in milliseconds since the epoch; days count from 0. */
  static long at(int day, int hour, int minute, int second, int milli) {
    return START + ((day * 24L + hour) * 60 + minute) * MINUTE + second * 1000L + milli;
  }
}
