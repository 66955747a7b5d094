package karst.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextProperties {
  @Property(tries = 500)
  void decimalsAreTheNearestDouble(
      @ForAll long digits, @ForAll @IntRange(min = 0, max = 25) int scale) {
    String text = BigDecimal.valueOf(digits, scale).toPlainString();
    assertEquals(Double.parseDouble(text), TimeText.parse(text));
  }

  @Property(tries = 500)
  void isoTimesAreWhatJavaSays(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(min = 0, max = 999) int millis,
      @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
    Instant instant = Instant.ofEpochSecond(second, millis * 1_000_000L);
    double expected =
        Double.parseDouble(new BigDecimal(second * 1000 + millis).movePointLeft(3).toString());
    assertEquals(expected, TimeText.parse(instant.toString()));
    OffsetDateTime there = instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    if (there.getYear() >= 0 && there.getYear() <= 9999) {
      assertEquals(expected, TimeText.parse(there.toString()));
    }
  }

  @Test
  void theFormsOfIsoAreUnderstood() {
    assertEquals(1_700_000_000.0, TimeText.parse("2023-11-14T22:13:20Z"));
    assertEquals(1_700_000_000.0, TimeText.parse("2023-11-14 22:13:20"));
    assertEquals(1_700_000_000.0, TimeText.parse("2023-11-15T00:13:20+02:00"));
    assertEquals(1_700_000_000.0, TimeText.parse("2023-11-14T17:13:20-0500"));
    assertEquals(1_700_000_000.0, TimeText.parse("2023-11-14T17:13:20-05"));
    assertEquals(1_700_000_000.5, TimeText.parse("2023-11-14T22:13:20.500000000001z"));
    assertEquals(1_699_999_980.0, TimeText.parse("2023-11-14T22:13"));
    assertEquals(1_699_920_000.0, TimeText.parse("2023-11-14"));
    assertEquals(-1.5, TimeText.parse("-1.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1e9",
        "1.2.3",
        ".",
        "-",
        "NaN",
        " 1",
        "1 ",
        "0x10",
        "2023-13-01",
        "2023-02-29",
        "2023-11-14T",
        "2023-11-14T24:00",
        "2023-11-14T22:60",
        "2023-11-14T22:13:20.",
        "2023-1-1",
        "2023-11-14T22:13:20+",
        "2023-11-14T22:13:20+5",
        "2023-11-14T22:13:20+05:0",
        "2023-11-14T22:13:20Z ",
        "2023-11-14T22:13:20+05:000",
        "2023-11-14X22:13",
        "2023/11/14"
      })
  void anythingElseIsNoTime(String text) {
    assertTrue(Double.isNaN(TimeText.parse(text)));
  }
}
