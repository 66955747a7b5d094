package karst.oracle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands that group and count, but for stats. */
final class AnyGroupingCommand {
  private AnyGroupingCommand() {}

  static Arbitrary<String> bins() {
    Arbitrary<String> times =
        Combinators.combine(
                Arbitraries.of(
                    "span=1s",
                    "span=1h",
                    "span=1d",
                    "span=1mon",
                    "bins=10",
                    "minspan=1m",
                    "",
                    "span=1h aligntime=@s"),
                Arbitraries.of("_time", "_time", "n"))
            .as(
                (option, field) ->
                    option.isEmpty() || option.startsWith("bins")
                        ? option + " _time"
                        : option + " " + field);
    Arbitrary<String> numbers =
        Combinators.combine(
                Arbitraries.of(
                    "span=1",
                    "span=0.3",
                    "span=10",
                    "span=log2",
                    "span=2log10",
                    "bins=2",
                    "bins=5",
                    "",
                    "minspan=3",
                    "start=-7 bins=3",
                    "end=2000"),
                Arbitraries.of("s", "t", "n", "m", "x", "z"))
            .as((option, field) -> option + " " + field);
    return Combinators.combine(Arbitraries.oneOf(times, numbers), Arbitraries.of("", " AS y"))
        .as((bin, name) -> "bin " + bin + name);
  }

  static Arbitrary<String> frequencies(String command) {
    Arbitrary<String> options =
        Arbitraries.of(
            "",
            "",
            "1 ",
            "limit=2 ",
            "limit=0 ",
            "showcount=f ",
            "showperc=f ",
            "1 useother=t ",
            "countfield=c percentfield=p ");
    return Combinators.combine(
            options,
            Arbitraries.of(AnyCommand.FIELDS).list().uniqueElements().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(true, false))
        .as(
            (option, fields, grouped) -> {
              int split = grouped ? fields.size() - 1 : fields.size();
              List<String> by = fields.subList(Math.max(1, split), fields.size());
              List<String> counted = fields.subList(0, Math.max(1, split));
              return command
                  + " "
                  + option
                  + String.join(", ", counted)
                  + (by.isEmpty() ? "" : " by " + String.join(", ", by));
            });
  }
}
