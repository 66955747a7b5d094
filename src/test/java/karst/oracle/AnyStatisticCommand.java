package karst.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands of statistics, over the columns of a general table. */
final class AnyStatisticCommand {
  private static final List<String> FIELDS = AnyCommand.FIELDS;

  private AnyStatisticCommand() {}

  /** Returns the generators by the command's name. */
  static Map<String, Arbitrary<String>> byName() {
    Map<String, Arbitrary<String>> commands = new LinkedHashMap<>();
    commands.put("outlier", over("outlier", "", " action=rm", " mark=t uselower=t", " param=0.5"));
    commands.put(
        "concurrency", field("concurrency duration=", "", " start=n", " start=n output=y"));
    commands.put("contingency", pairs("contingency", "", " usetotal=f", " maxrows=1 maxcols=2"));
    commands.put(
        "cluster",
        field(
            "cluster field=",
            "",
            " t=0.5 showcount=t",
            " match=ngramset labelonly=t labelfield=y"));
    commands.put("anomalies", field("anomalies field=", "", " threshold=0.5", " maxvalues=2 BY t"));
    commands.put("anomalousvalue", over("anomalousvalue", "", " action=annotate", " pthresh=0.5"));
    commands.put(
        "anomalydetection",
        over("anomalydetection", "", " action=annotate", " method=iqr", " method=zscore"));
    commands.put("associate", over("associate supcnt=1", "", " supfreq=0.5", " improv=0.1"));
    commands.put("correlate", Arbitraries.just("fields s t n | correlate"));
    commands.put("analyzefields", field("analyzefields classfield=", ""));
    commands.put("arules", pairs("arules", "", " sup=1 conf=0.1"));
    commands.put("cofilter", pairs("cofilter", ""));
    commands.put("kmeans", over("kmeans", "", " k=3 showcentroid=f", " distype=l1 cnumfield=y"));
    commands.put(
        "geostats",
        Arbitraries.of("count", "count by s", "globallimit=1 sum(n) avg(x) by t")
            .map(rest -> "geostats latfield=n longfield=x maxzoomlevel=1 " + rest));
    commands.put("sistats", Arbitraries.of("sistats count by s", "sistats sum(n) max(s) BY t x"));
    commands.put("sichart", Arbitraries.of("sichart count by s", "sichart avg(n) OVER s BY t"));
    commands.put("sitop", Arbitraries.of("sitop s", "sitop 2 s t BY n"));
    commands.put("sirare", Arbitraries.of("sirare s", "sirare 2 s t BY n"));
    return commands;
  }

  private static Arbitrary<String> over(String command, String... options) {
    Arbitrary<String> fields =
        Arbitraries.of(FIELDS)
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(AnyStatisticCommand::list);
    return Combinators.combine(Arbitraries.of(options), fields)
        .as((set, names) -> command + set + " " + names);
  }

  private static String list(List<String> names) {
    return String.join(" ", names);
  }

  private static Arbitrary<String> pairs(String command, String... options) {
    Arbitrary<String> fields =
        Arbitraries.of(FIELDS).list().uniqueElements().ofSize(2).map(AnyStatisticCommand::list);
    return Combinators.combine(Arbitraries.of(options), fields)
        .as((set, names) -> command + set + " " + names);
  }

  private static Arbitrary<String> field(String command, String... rest) {
    return Combinators.combine(Arbitraries.of(FIELDS), Arbitraries.of(rest))
        .as((name, more) -> command + name + more);
  }
}
