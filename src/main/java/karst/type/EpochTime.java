package karst.type;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Times as SPL has them, seconds since the epoch in a double, and as java.time has them. A double
 * of this age tells microseconds apart and no more, so times are rounded to them.
 */
final class EpochTime {
  /** Microseconds in a second. */
  static final long MICROS = 1_000_000;

  /** Later times than the year 9999, and earlier than the year 1, are taken for nonsense. */
  private static final double LIMIT = 253_402_300_800.0;

  private EpochTime() {}

  /** Returns whether a number is a time that a calendar can tell. */
  static boolean isTime(double seconds) {
    return Math.abs(seconds) < LIMIT;
  }

  /** Returns a time in a zone. */
  static ZonedDateTime inZone(double seconds, ZoneId zone) {
    long micros = micros(seconds);
    long whole = Math.floorDiv(micros, MICROS);
    return Instant.ofEpochSecond(whole, Math.floorMod(micros, MICROS) * 1000).atZone(zone);
  }

  /** Returns the seconds since the epoch of a time. */
  static double seconds(ZonedDateTime time) {
    return seconds(time.toEpochSecond(), time.getNano());
  }

  /** Returns seconds and nanoseconds as seconds. */
  static double seconds(long seconds, int nanos) {
    return ofMicros(seconds * MICROS + nanos / 1000);
  }

  /** Returns microseconds as seconds. */
  static double ofMicros(long micros) {
    long whole = micros / MICROS;
    // One division of whole numbers gives the nearest double, where a sum of two would be off.
    return whole * MICROS == micros ? whole : micros / (double) MICROS;
  }

  /** Returns a time in microseconds. */
  static long micros(double seconds) {
    double whole = Math.floor(seconds);
    return (long) whole * MICROS + Math.round((seconds - whole) * MICROS);
  }
}
