package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeBucketsProperties {
  /** Sunday, 31 March 2024, 1:00 UTC: clocks in Berlin go from 2 to 3. */
  private static final double SPRING = 1_711_846_800;

  @Property(tries = 500)
  void bucketsAreThoseOfTheSpanWhateverWasAskedBefore(
      @ForAll("spans") String text,
      @ForAll("zones") String zone,
      @ForAll("times") List<Double> times) {
    TimeSpan span = TimeSpan.parse(text);
    TimeBuckets buckets = new TimeBuckets(span, ZoneId.of(zone));
    for (double time : times) {
      double start = span.floor(time, ZoneId.of(zone));
      assertEquals(start, buckets.floor(time), () -> text + " at " + time);
    }
  }

  @Provide
  Arbitrary<String> spans() {
    return Arbitraries.of(
        "10ms", "1s", "7s", "90m", "1h", "24h", "1d", "3d", "1w@w1", "2mon", "1y", "4h@d", "1h@w");
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe");
  }

  /** Times around a change of clocks, around bucket borders, and anywhere. */
  @Provide
  Arbitrary<List<Double>> times() {
    Arbitrary<Double> near =
        Arbitraries.integers().between(-200_000, 200_000).map(seconds -> SPRING + seconds);
    Arbitrary<Double> border =
        Arbitraries.integers()
            .between(-48, 48)
            .flatMap(
                hour ->
                    Arbitraries.of(-1e-3, -1e-6, -5e-7, -2.4e-7, 0.0, 2.4e-7, 1e-6)
                        .map(distance -> SPRING + 3600 * hour + distance));
    Arbitrary<Double> any =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-3e11, 3e11),
            Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, -1e-7));
    return Arbitraries.oneOf(near, border, any).list().ofMaxSize(60);
  }
}
