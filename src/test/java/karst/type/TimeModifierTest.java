package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeModifierTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** From Wednesday, 15 May 2024. */
  @ParameterizedTest
  @CsvSource({
    "now, 2024-05-15T13:45:30.25",
    "now(), 2024-05-15T13:45:30.25",
    "-30s, 2024-05-15T13:45:00.25",
    "-5m, 2024-05-15T13:40:30.25",
    "-m, 2024-05-15T13:44:30.25",
    "+2hrs, 2024-05-15T15:45:30.25",
    "-24h@h, 2024-05-14T13:00",
    "-h@h, 2024-05-15T12:00",
    "@s, 2024-05-15T13:45:30",
    "@min, 2024-05-15T13:45",
    "@d, 2024-05-15T00:00",
    "-1d@d+3h, 2024-05-14T03:00",
    "@w, 2024-05-12T00:00",
    "@w0, 2024-05-12T00:00",
    "@w7, 2024-05-12T00:00",
    "@w1, 2024-05-13T00:00",
    "@w3, 2024-05-15T00:00",
    "@w4, 2024-05-09T00:00",
    "@w6, 2024-05-11T00:00",
    "-7d@w1, 2024-05-06T00:00",
    "@w1+3h, 2024-05-13T03:00",
    "-1mon, 2024-04-15T13:45:30.25",
    "@mon, 2024-05-01T00:00",
    "@mon-1d, 2024-04-30T00:00",
    "-2qtrs@q, 2023-10-01T00:00",
    "@quarter, 2024-04-01T00:00",
    "-1y@y, 2023-01-01T00:00",
    "-1week, 2024-05-08T13:45:30.25",
    "now-1h@h, 2024-05-15T12:00",
    "1d, 2024-05-16T13:45:30.25",
    "05/01/2024:10:20:30, 2024-05-01T10:20:30",
    "5/1/2024, 2024-05-01T00:00",
    "2024-05-01, 2024-05-01T00:00",
    "2024-05-01 10:20, 2024-05-01T10:20",
    "2024-05-01T10:20:30.5, 2024-05-01T10:20:30.5",
    "2024-05-01T10:00:00Z, 2024-05-01T12:00",
    "2024-05-01T10:00:00-0500, 2024-05-01T17:00"
  })
  void aModifierMeansALocalTime(String modifier, String expected) {
    double base = seconds(LocalDateTime.parse("2024-05-15T13:45:30.25").atZone(BERLIN));
    double actual = TimeModifier.parse(modifier).apply(base, BERLIN);
    assertEquals(seconds(LocalDateTime.parse(expected).atZone(BERLIN)), actual);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-31T12:00, -1mon, 2024-02-29T12:00",
    "2024-05-31T12:00, -1q, 2024-02-29T12:00",
    "2024-02-29T12:00, -1y, 2023-02-28T12:00",
    "2024-12-31T23:00, +2mon, 2025-02-28T23:00"
  })
  void aDayThatAMonthLacksBecomesItsLast(String base, String modifier, String expected) {
    assertEquals(
        seconds(LocalDateTime.parse(expected).atZone(BERLIN)),
        TimeModifier.parse(modifier)
            .apply(seconds(LocalDateTime.parse(base).atZone(BERLIN)), BERLIN));
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 2:00 to 3:00 on 31 March: a day has 23 hours, 24 hours stay 24.
    "2024-03-31T12:00:00+02:00, -1d, 2024-03-30T12:00:00+01:00",
    "2024-03-31T12:00:00+02:00, -24h, 2024-03-30T11:00:00+01:00",
    "2024-03-31T12:00:00+02:00, @d, 2024-03-31T00:00:00+01:00",
    "2024-03-30T02:30:00+01:00, +1d, 2024-03-31T03:30:00+02:00",
    // Clocks go from 3:00 to 2:00 on 27 October: both hours are told apart.
    "2024-10-27T02:30:00+02:00, @h, 2024-10-27T02:00:00+02:00",
    "2024-10-27T02:30:00+01:00, @h, 2024-10-27T02:00:00+01:00",
    "2024-10-27T12:00:00+01:00, @d, 2024-10-27T00:00:00+02:00",
    "2024-10-28T00:00:00+01:00, -1d@d, 2024-10-27T00:00:00+02:00"
  })
  void clockChangesAreHeeded(String base, String modifier, String expected) {
    double time = seconds(ZonedDateTime.parse(base));
    assertEquals(
        seconds(ZonedDateTime.parse(expected)), TimeModifier.parse(modifier).apply(time, BERLIN));
  }

  @Test
  void aDayWhoseMidnightIsSkippedStartsLater() {
    ZoneId zone = ZoneId.of("America/Sao_Paulo");
    double noon = seconds(ZonedDateTime.parse("2018-11-04T12:00:00-02:00"));
    double start = seconds(ZonedDateTime.parse("2018-11-04T01:00:00-02:00"));
    assertEquals(start, TimeModifier.parse("@d").apply(noon, zone));
  }

  @ParameterizedTest
  @CsvSource({"1518632124, 1518632124", "1518632124.5, 1518632124.5", "0, 0", "1, 0", "2, 2"})
  void aNumberIsSecondsSinceTheEpoch(String modifier, double expected) {
    assertEquals(expected, TimeModifier.parse(modifier).apply(99, BERLIN));
    assertTrue(TimeModifier.parse(modifier).isAbsolute());
    assertFalse(TimeModifier.parse("-1h").isAbsolute());
  }

  @Test
  void everySpellingOfAUnitIsKnown() {
    for (CalendarUnit unit : CalendarUnit.values()) {
      for (String spelling : unit.spellings) {
        if (!unit.isBelowSecond()) {
          double expected = seconds(unit.plus(Instant.EPOCH.atZone(ZoneOffset.UTC), -3));
          assertEquals(
              expected, TimeModifier.parse("-3" + spelling).apply(0, ZoneOffset.UTC), spelling);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-24hour5 | 7 | expected `+`, `-` or `@`",
        "-1minuts | 2 | unknown time unit `minuts`; did you mean `minute`?",
        "-1mo     | 2 | unknown time unit `mo`; did you mean `mon`?",
        "-1H      | 2 | unknown time unit `H`; did you mean `h`?",
        "-1foo    | 2 | unknown time unit `foo`; the units are s, m, h, d, w, mon, q and y",
        "-5       | 2 | expected a time unit such as h after 5",
        "-1h@     | 4 | expected a time unit such as d after `@`",
        "@w8      | 2 | a week starts on a day from w0 to w7",
        "@w12     | 2 | a week starts on a day from w0 to w7",
        "-1.5h    | 2 | expected a time unit such as h after 1",
        "-5ms     | 2 | a time modifier has no unit below the second",
        "yesterday | 0 | unknown time unit `yesterday`; the units are s, m, h, d, w, mon, q and y",
        "nowish   | 3 | expected `+`, `-` or `@` after now",
        "rt-5m    | 0 | real-time windows are not supported",
        "13/01/2024:00:00:00 | 0 | there is no such date as `13/01/2024:00:00:00`",
        "2023-02-29 | 0 | there is no such date as `2023-02-29`",
        "-12345678901d | 0 | the number is too large",
        "''       | 0 | expected a time such as -24h@h, now or 1714521600"
      })
  void aWrongModifierIsRefusedAtItsPlace(String modifier, int index, String message) {
    InvalidSyntaxException e =
        assertThrows(InvalidSyntaxException.class, () -> TimeModifier.parse(modifier));
    assertEquals(message, e.getMessage());
    assertEquals(index, e.index());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void whatIsNoTimeStaysNone(double base) {
    assertTrue(Double.isNaN(TimeModifier.parse("-1d").apply(base, BERLIN)));
  }

  @Test
  void aTimeOutOfTheCalendarIsNone() {
    assertTrue(Double.isNaN(TimeModifier.parse("-999999999y").apply(0, BERLIN)));
    assertTrue(Double.isNaN(TimeModifier.parse("+999999999w").apply(0, BERLIN)));
  }

  @Property(tries = 200)
  void aSnapNeverGoesForwardAndHasNoMoreToDoTwice(
      @ForAll("times") double time, @ForAll("units") String unit) {
    TimeModifier snap = TimeModifier.parse("@" + unit);
    double start = snap.apply(time, BERLIN);
    assertTrue(start <= time);
    assertEquals(start, snap.apply(start, BERLIN));
  }

  @Property(tries = 200)
  void spacesAroundAModifierDoNotCount(@ForAll("times") double time) {
    assertEquals(
        TimeModifier.parse("-1d@d").apply(time, BERLIN),
        TimeModifier.parse(" -1d@d ").apply(time, BERLIN));
  }

  @Provide
  Arbitrary<Double> times() {
    return Arbitraries.longs().between(-4_000_000_000_000L, 4_000_000_000_000L).map(ms -> ms / 1e3);
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("s", "m", "h", "d", "w", "w1", "w6", "mon", "q", "y");
  }

  private static double seconds(ZonedDateTime time) {
    return time.toEpochSecond() + time.getNano() / 1e9;
  }
}
