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

  private static Arbitrary<String> seriesOptions() {
    return Arbitraries.of(
        "",
        "",
        "",
        "limit=1 ",
        "limit=bottom1 ",
        "limit=0 ",
        "limit=1 useother=f ",
        "usenull=f ",
        "sep=/ ",
        "format=\"$VAL$,$AGG$\" ",
        "otherstr=x nullstr=y limit=2 ");
  }

  private static Arbitrary<String> filters() {
    return Arbitraries.of(
        "",
        "",
        "",
        " where count in top1",
        " where max(n) notin bottom1",
        " where sum(n)>1",
        " where count < 2",
        " where dc(s) notin top1",
        " where avg(n) in bottom2");
  }

  static Arbitrary<String> charts() {
    Arbitrary<String> by =
        Arbitraries.of(AnyCommand.FIELDS)
            .list()
            .uniqueElements()
            .ofMaxSize(2)
            .map(fields -> fields.isEmpty() ? "" : " by " + String.join(" ", fields));
    return Combinators.combine(
            seriesOptions(),
            AnyAggregation.several(AnyAggregation.FUNCTIONS, AnyCommand.FIELDS),
            Arbitraries.oneOf(
                by, Arbitraries.of(" over s by n span=2", " by n bins=2 t", " by t span=1")),
            filters())
        .as((option, calls, split, filter) -> "chart " + option + calls + split + filter);
  }

  static Arbitrary<String> timecharts() {
    Arbitrary<String> calls =
        Arbitraries.oneOf(
            AnyAggregation.several(AnyAggregation.FUNCTIONS, AnyCommand.FIELDS),
            Arbitraries.of("per_hour(n)", "per_second(t) AS p, count"));
    return Combinators.combine(
            Arbitraries.of(
                "span=1mon ",
                "span=100d ",
                "span=1d cont=f ",
                "bins=3 ",
                "minspan=1d ",
                "span=1000h aligntime=@s ",
                "cont=f "),
            seriesOptions(),
            calls,
            Arbitraries.of("", " by s", " by t", " by n", " by m", " by x", " by z"),
            filters())
        .as((span, option, all, by, filter) -> "timechart " + span + option + all + by + filter);
  }

  static Arbitrary<String> transactions() {
    return Combinators.combine(
            Arbitraries.of("s", "t", "n", "m", "x", "z").list().uniqueElements().ofMaxSize(2),
            Arbitraries.of(
                "", "", "maxspan=1m ", "maxpause=1m ", "maxspan=1d maxpause=1h ", "maxevents=2 "),
            Arbitraries.of(
                "", "", "startswith=(n>1) ", "startswith=\"x\" ", "startswith=eval(t<2) "),
            Arbitraries.of("", "", "endswith=(s=x) ", "endswith=eval(isnull(n)) "),
            Arbitraries.of("", "connected=f ", "unifyends=f ", "keeporphans=t "),
            Arbitraries.of("", "mvlist=t ", "mvlist=s ", "mvraw=t nullstr=- ", "keepevicted=t "))
        .as(
            (fields, limits, start, end, rules, lists) ->
                ("transaction "
                        + String.join(" ", fields)
                        + " "
                        + limits
                        + start
                        + end
                        + rules
                        + lists)
                    .strip());
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
