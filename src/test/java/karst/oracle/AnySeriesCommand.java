package karst.oracle;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands that look at rows before. */
final class AnySeriesCommand {
  private static final Arbitrary<String> FIELDS = Arbitraries.of("s", "t", "n", "n", "m", "x", "z");

  private AnySeriesCommand() {}

  static Map<String, Arbitrary<String>> byName() {
    return new TreeMap<>(
        Map.of(
            "accum", of("accum %s%s", "", " AS y", " AS t"),
            "delta", of("delta %s%s", "", " AS y", " AS t p=2", " p=3"),
            "autoregress", of("autoregress %s%s", "", " AS y", " AS t p=2", " p=1-3"),
            "trendline", trendlines()));
  }

  private static Arbitrary<String> of(String command, String... options) {
    return Combinators.combine(FIELDS, Arbitraries.of(options)).as(command::formatted);
  }

  private static Arbitrary<String> trendlines() {
    Arbitrary<String> trend =
        Combinators.combine(
                Arbitraries.of("sma2", "sma3", "wma2", "wma3", "ema2", "ema4"),
                FIELDS,
                Arbitraries.of("", " AS y", " AS n"))
            .as((function, field, name) -> " " + function + "(" + field + ")" + name);
    return trend.list().ofMinSize(1).ofMaxSize(2).map(all -> "trendline" + String.join("", all));
  }
}
