package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** Now is Thursday, 18 July 2024, in New York. */
  private static final double NOW = 1_721_314_800;

  /** All at 2024-05-01T09:05:07.123456 in New York, a Wednesday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "%Y-%m-%dT%H:%M:%S|2024-05-01T09:05:07",
        "%y %e %k %l %I %p|24  1  9  9 09 AM",
        "%j %U %V %W %u %w|122 17 18 18 3 3",
        "%a %A %b %B|Wed Wednesday May May",
        "%c|Wed May  1 09:05:07 2024",
        "%x %X|05/01/2024 09:05:07",
        "%D %F %T %R|05/01/24 2024-05-01 09:05:07 09:05",
        "%s|1714568707",
        "%z %:z %::z %Ez %Z|-0400 -04:00 -04:00:00 -240 EDT",
        "%N %3N %6N %9N|123456000 123 123456 123456000",
        "%Q %3Q %6Q %9Q %f|123 123 123456 123456000 123456",
        "%+|Wed May  1 09:05:07 EDT 2024",
        "100%% %|100% %",
        "%q %i %-d %E|%q %i %-d %E",
        "[%1N]|[1]",
        "plain|plain"
      })
  void aTimeIsWrittenAs(String format, String expected) {
    assertEquals(expected, TimeFormat.compile(format).format(1714568707.123456, NEW_YORK));
  }

  @Test
  void blanksHaveDirectives() {
    assertEquals("a\tb\n", TimeFormat.compile("a%tb%n").format(0, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01T00:30:00Z, 12 AM, 00 01-ISO01",
    "2024-12-31T12:30:00Z, 12 PM, 52 53-ISO01",
    "2023-01-01T23:30:00Z, 11 PM, 01 00-ISO52",
    "2021-01-03T13:30:00Z, 01 PM, 01 00-ISO53"
  })
  void hoursAndWeeksRollOver(String time, String hour, String weeks) {
    double seconds = ZonedDateTime.parse(time).toEpochSecond();
    assertEquals(hour, TimeFormat.compile("%I %p").format(seconds, ZoneOffset.UTC));
    assertEquals(weeks, TimeFormat.compile("%U %W-ISO%V").format(seconds, ZoneOffset.UTC));
  }

  @Test
  void zonesWithoutANameAreWrittenAsOffsets() {
    TimeFormat format = TimeFormat.compile("%Z %z %Ez");
    assertEquals("UTC +0000 +0", format.format(0, ZoneOffset.UTC));
    assertEquals("UTC +0000 +0", format.format(0, ZoneId.of("UTC")));
    assertEquals("+05:30 +0530 +330", format.format(0, ZoneOffset.ofHoursMinutes(5, 30)));
    assertEquals("CET +0100 +60", format.format(0, ZoneId.of("Europe/Berlin")));
  }

  @Test
  void whatIsNoTimeIsWrittenAsANumber() {
    assertEquals("nan", TimeFormat.compile("%F").format(Double.NaN, NEW_YORK));
    assertEquals("1e+300", TimeFormat.compile("%F").format(1e300, NEW_YORK));
  }

  @Test
  void timesBeforeTheEpochHaveFractionsToo() {
    assertEquals(
        "1969-12-31T23:59:59.750", TimeFormat.compile("%FT%T.%3N").format(-0.25, ZoneOffset.UTC));
  }

  @Test
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      TimeFormat format = TimeFormat.compile("%A %d %B %Y");
      assertEquals("Wednesday 01 May 2024", format.format(1714568707, NEW_YORK));
      assertEquals(1714521600.0, format.parse("Wednesday 01 May 2024", NOW, ZoneOffset.UTC));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%Y-%m-%dT%H:%M:%S    | 2024-05-01T09:05:07     | 2024-05-01T09:05:07-04:00",
        "%Y-%m-%d             | 2024-05-01 and more     | 2024-05-01T00:00:00-04:00",
        "%Y-%m-%d %H:%M:%S    | 2024-5-1   9:05:07      | 2024-05-01T09:05:07-04:00",
        "%m/%d/%y             | 12/31/69                | ",
        "%m/%d/%y             | 12/31/68                | 2068-12-31T00:00:00-05:00",
        "%m/%d/%y             | 12/31/99                | 1999-12-31T00:00:00-05:00",
        "%b %e %H:%M:%S       | May  1 09:05:07         | 2024-05-01T09:05:07-04:00",
        "%d %B %Y             | 01 september 2024       | 2024-09-01T00:00:00-04:00",
        "%a %d %b %Y          | wed 01 MAY 2024         | 2024-05-01T00:00:00-04:00",
        "%A, %d/%m/%Y         | Wednesday, 01/05/2024   | 2024-05-01T00:00:00-04:00",
        "%H:%M                | 09:05                   | 2024-07-18T09:05:00-04:00",
        "%d %H                | 03 09                   | 2024-07-03T09:00:00-04:00",
        "%I:%M %p %Y-%m-%d    | 12:05 am 2024-05-01     | 2024-05-01T00:05:00-04:00",
        "%l:%M %p %F          | 9:05 PM 2024-05-01      | 2024-05-01T21:05:00-04:00",
        "%Y %j                | 2024 122                | 2024-05-01T00:00:00-04:00",
        "%Y %U %w             | 2024 17 3               | 2024-05-01T00:00:00-04:00",
        "%Y %W %u             | 2024 18 3               | 2024-05-01T00:00:00-04:00",
        "%F %T.%3N            | 2024-05-01 09:05:07.120 | 2024-05-01T09:05:07.12-04:00",
        "%F %T.%N             | 2024-05-01 09:05:07.123456789 | 2024-05-01T09:05:07.123456-04:00",
        "%F %T.%Q             | 2024-05-01 09:05:07.1239 | 2024-05-01T09:05:07.123-04:00",
        "%F %T,%f             | 2024-05-01 09:05:07,5   | 2024-05-01T09:05:07.5-04:00",
        "%FT%T%z              | 2024-05-01T09:05:07Z    | 2024-05-01T09:05:07Z",
        "%FT%T%z              | 2024-05-01T09:05:07+05:30 | 2024-05-01T09:05:07+05:30",
        "%FT%T%:z             | 2024-05-01T09:05:07-0100  | 2024-05-01T09:05:07-01:00",
        "%FT%T %z             | 2024-05-01T09:05:07 +02 | 2024-05-01T09:05:07+02:00",
        "%FT%T %Ez            | 2024-05-01T09:05:07 -90 | 2024-05-01T09:05:07-01:30",
        "%FT%T %Z             | 2024-05-01T09:05:07 PST | 2024-05-01T09:05:07-08:00",
        "%FT%T %Z             | 2024-05-01T09:05:07 Europe/Berlin | 2024-05-01T09:05:07+02:00",
        "%+                   | Wed May  1 09:05:07 EDT 2024 | 2024-05-01T09:05:07-04:00",
        "%c                   | Wed May  1 09:05:07 2024 | 2024-05-01T09:05:07-04:00",
        "%s                   | 1714568707              | 2024-05-01T09:05:07-04:00",
        "%s.%6N               | 1714568707.25           | 2024-05-01T09:05:07.25-04:00",
        "%F %H:%M:%S          | 2024-12-31 23:59:60     | 2025-01-01T00:00:00-05:00",
        "100%% %F             | 100% 2024-05-01         | 2024-05-01T00:00:00-04:00",
        // No match: another form, no such date, no day, too early, or no such zone.
        "%Y-%m-%d             | 2024/05/01              | ",
        "%Y-%m-%d             | x2024-05-01             | ",
        "%Y-%m-%d             | 2024-05                 | ",
        "%Y-%m-%d             | 2023-02-29              | ",
        "%Y-%m-%d             | 2024-13-01              | ",
        "%H:%M                | 24:00                   | ",
        "%H:%M                | 23:60                   | ",
        "%Y-%m                | 2024-05                 | ",
        "%Y                   | 2024                    | ",
        "%Y-%m-%d             | 1970-12-31              | ",
        "%F %Z                | 2024-05-01 QQQ          | ",
        "%F %z                | 2024-05-01 0200         | ",
        "%F %z                | 2024-05-01 +1900        | ",
        "%F %p                | 2024-05-01 XM           | ",
        "%F %3N               | 2024-05-01 x            | ",
        "%F                   | ''                      | "
      })
  void aTextMeansATime(String format, String text, @Nullable String expected) {
    double actual = TimeFormat.compile(format).parse(text, NOW, NEW_YORK);
    if (expected == null) {
      assertTrue(Double.isNaN(actual), "it means " + actual);
      return;
    }
    ZonedDateTime time = ZonedDateTime.parse(expected);
    assertEquals(time.toEpochSecond() + time.getNano() / 1e9, actual);
  }

  @Property(tries = 500)
  void whatIsWrittenReadsBack(@ForAll("times") double time, @ForAll("formats") String format) {
    TimeFormat compiled = TimeFormat.compile(format);
    for (ZoneId zone : new ZoneId[] {ZoneOffset.UTC, NEW_YORK, ZoneId.of("Asia/Kolkata")}) {
      assertEquals(time, compiled.parse(compiled.format(time, zone), 0, zone));
    }
  }

  @Property(tries = 500)
  void noTextAndNoFormatBreaksTheReader(@ForAll("anyFormats") String format, @ForAll String text) {
    TimeFormat compiled = TimeFormat.compile(format);
    compiled.parse(text, NOW, NEW_YORK);
    compiled.parse(format.replace("%", "1"), NOW, NEW_YORK);
    compiled.format(NOW, NEW_YORK);
  }

  @Provide
  Arbitrary<Double> times() {
    // From 1971 to 2096, in microseconds.
    return Arbitraries.longs()
        .between(40_000_000_000_000L, 3_999_999_999_999_999L)
        .map(us -> us / 1e6);
  }

  /** Formats that lose nothing; the offset keeps apart what a clock change makes look alike. */
  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of(
        "%FT%T.%6N%z",
        "%s.%N",
        "%c .%f %:z",
        "%d/%m/%Y %I:%M:%S %p %6Q %::z",
        "%Y %j %k %M %S %9N %Ez",
        "%Y week %U day %w at %R:%S,%6N %z",
        "%Y week %W day %u at %T,%6N %z");
  }

  @Provide
  Arbitrary<String> anyFormats() {
    return Arbitraries.strings()
        .withChars("%YymdeHIklMSpjUVWuwaAbBcxXDFTRsz:ZntNQf369E+ -")
        .ofMaxLength(12);
  }
}
