package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "10ms, 1.234567, 1.23, 1.24",
    "1cs, 1.234567, 1.23, 1.24",
    "5ds, 1.234567, 1.0, 1.5",
    "250us, 1.234567, 1.2345, 1.23475",
    "1s, 1.9, 1, 2",
    "300, 601, 600, 900",
    "5m, 601.5, 600, 900",
    "minute, 61, 60, 120",
    "1h, -1, -3600, 0",
    "10ms, -0.001, -0.01, 0",
    "1s, -0.5, -1, 0"
  })
  void fixedSpansAreMultiplesFromTheEpoch(String span, double time, double start, double next) {
    TimeSpan parsed = TimeSpan.parse(span);
    assertEquals(start, parsed.floor(time, BERLIN));
    assertEquals(next, parsed.next(start, BERLIN));
  }

  /** All for Wednesday, 15 May 2024; the result is local, in Berlin. */
  @ParameterizedTest
  @CsvSource({
    "1h, 2024-05-15T13:00+02:00, 2024-05-15T14:00+02:00",
    "24h, 2024-05-15T02:00+02:00, 2024-05-16T02:00+02:00",
    "86400s, 2024-05-15T02:00+02:00, 2024-05-16T02:00+02:00",
    "1d, 2024-05-15T00:00+02:00, 2024-05-16T00:00+02:00",
    "2d, 2024-05-15T00:00+02:00, 2024-05-17T00:00+02:00",
    "1w, 2024-05-12T00:00+02:00, 2024-05-19T00:00+02:00",
    "1w@w0, 2024-05-12T00:00+02:00, 2024-05-19T00:00+02:00",
    "1w@w1, 2024-05-13T00:00+02:00, 2024-05-20T00:00+02:00",
    "1w@w3, 2024-05-15T00:00+02:00, 2024-05-22T00:00+02:00",
    "1w@w4, 2024-05-09T00:00+02:00, 2024-05-16T00:00+02:00",
    "7d@w1, 2024-05-13T00:00+02:00, 2024-05-20T00:00+02:00",
    "1mon, 2024-05-01T00:00+02:00, 2024-06-01T00:00+02:00",
    "1month@mon, 2024-05-01T00:00+02:00, 2024-06-01T00:00+02:00",
    "3mon, 2024-04-01T00:00+02:00, 2024-07-01T00:00+02:00",
    "1q, 2024-04-01T00:00+02:00, 2024-07-01T00:00+02:00",
    "1y, 2024-01-01T00:00+01:00, 2025-01-01T00:00+01:00",
    "4h@d, 2024-05-15T12:00+02:00, 2024-05-15T16:00+02:00",
    "5h@d, 2024-05-15T10:00+02:00, 2024-05-15T15:00+02:00",
    "1h@h, 2024-05-15T13:00+02:00, 2024-05-15T14:00+02:00"
  })
  void calendarSpansStartWhereTheirUnitDoes(String span, String start, String next) {
    TimeSpan parsed = TimeSpan.parse(span);
    double time = seconds("2024-05-15T13:45:30+02:00");
    assertEquals(seconds(start), parsed.floor(time, BERLIN));
    assertEquals(seconds(next), parsed.next(seconds(start), BERLIN));
  }

  @ParameterizedTest
  @CsvSource({
    "1d, 2024-03-31T12:00+02:00, 2024-03-31T00:00+01:00, 2024-04-01T00:00+02:00",
    "1d, 2024-10-27T12:00+01:00, 2024-10-27T00:00+02:00, 2024-10-28T00:00+01:00",
    "1h, 2024-10-27T02:30+02:00, 2024-10-27T02:00+02:00, 2024-10-27T02:00+01:00",
    "12h@d, 2024-10-27T23:30+01:00, 2024-10-27T23:00+01:00, 2024-10-28T00:00+01:00",
    "1mon, 1969-12-31T23:00+01:00, 1969-12-01T00:00+01:00, 1970-01-01T00:00+01:00",
    "2mon, 1969-12-31T23:00+01:00, 1969-11-01T00:00+01:00, 1970-01-01T00:00+01:00",
    "1d, 1969-12-31T12:00+01:00, 1969-12-31T00:00+01:00, 1970-01-01T00:00+01:00",
    "1w, 1969-12-27T12:00+01:00, 1969-12-21T00:00+01:00, 1969-12-28T00:00+01:00"
  })
  void clockChangesAndEarlyTimesAreHeeded(String span, String time, String start, String next) {
    TimeSpan parsed = TimeSpan.parse(span);
    assertEquals(seconds(start), parsed.floor(seconds(time), BERLIN));
    assertEquals(seconds(next), parsed.next(seconds(start), BERLIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''    | 0 | expected a span such as 5m, 1d or 1w@w0",
        "@d    | 0 | expected a span such as 5m, 1d or 1w@w0",
        "0h    | 0 | a span is at least 1",
        "-1h   | 0 | expected a span such as 5m, 1d or 1w@w0",
        "1.5h  | 1 | expected a span such as 5m, 1d or 1w@w0",
        "5mim  | 1 | unknown time unit `mim`; did you mean `min`?",
        "1h+   | 2 | expected `@` or the end of the span",
        "1w@w9 | 4 | a week starts on a day from w0 to w7",
        "1d@dx | 3 | unknown time unit `dx`; did you mean `d`?",
        "1d@d1 | 4 | expected the end of the span",
        "1mon@w1 | 4 | a span of months cannot snap to this",
        "9999999999s | 0 | the number is too large",
        "999999999y | 0 | the number is too large"
      })
  void aWrongSpanIsRefusedAtItsPlace(String span, int index, String message) {
    InvalidSyntaxException e =
        assertThrows(InvalidSyntaxException.class, () -> TimeSpan.parse(span));
    assertEquals(message, e.getMessage());
    assertEquals(index, e.index());
  }

  @Test
  void aSpanTellsItsUsualLength() {
    assertEquals(300, TimeSpan.parse("5m").seconds());
    assertEquals(0.25, TimeSpan.parse("250ms").seconds());
    assertEquals(604_800, TimeSpan.parse("1w").seconds());
    assertTrue(TimeSpan.parse("1us").isBelowSecond());
    assertFalse(TimeSpan.parse("1s").isBelowSecond());
  }

  @Test
  void spansOfOneMeaningAreEqual() {
    assertEquals(TimeSpan.parse("1h"), TimeSpan.parse("1hour"));
    assertEquals(TimeSpan.parse("1h").hashCode(), TimeSpan.parse("1hour").hashCode());
    assertNotEquals(TimeSpan.parse("24h"), TimeSpan.parse("1d"));
    assertNotEquals(TimeSpan.parse("1w@w1"), TimeSpan.parse("1w"));
  }

  @Test
  void whatIsNoTimeHasNoBucket() {
    assertTrue(Double.isNaN(TimeSpan.parse("1h").floor(Double.NaN, BERLIN)));
    assertTrue(Double.isNaN(TimeSpan.parse("1d").next(Double.POSITIVE_INFINITY, BERLIN)));
  }

  @Property(tries = 500)
  void everyTimeLiesInItsBucket(
      @ForAll("times") double time, @ForAll("spans") String span, @ForAll("zones") String zoneId) {
    TimeSpan parsed = TimeSpan.parse(span);
    ZoneId zone = ZoneId.of(zoneId);
    double start = parsed.floor(time, zone);
    double next = parsed.next(start, zone);
    assertTrue(start <= time && time < next, start + " <= " + time + " < " + next);
    assertEquals(start, parsed.floor(start, zone));
    assertEquals(next, parsed.floor(next, zone));
  }

  @Provide
  Arbitrary<Double> times() {
    return Arbitraries.longs().between(-2_000_000_000_000L, 4_000_000_000_000L).map(ms -> ms / 1e3);
  }

  @Provide
  Arbitrary<String> spans() {
    return Arbitraries.of(
        "100us", "7ms", "1cs", "3ds", "1s", "7s", "5m", "1h", "7h", "24h", "1d", "3d", "1w", "2w",
        "1w@w3", "7d@w6", "1mon", "5mon", "1q", "2y", "4h@d", "5h@w1", "36h@mon");
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", "-03:00");
  }

  private static double seconds(String time) {
    return ZonedDateTime.parse(time).toEpochSecond();
  }
}
