package karst.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates each command that may follow a source, over the columns of a general table. */
final class AnyCommand {
  /** The columns, and a field that does not exist. */
  static final List<String> FIELDS = List.of("_time", "s", "t", "n", "m", "x", "z");

  private static final List<String> TARGETS = List.of("s", "t", "n", "x", "y", "z");
  private static final AnySearch SEARCHES = new AnySearch(FIELDS);
  private static final AnyExpression EXPRESSIONS = new AnyExpression(FIELDS);

  private AnyCommand() {}

  /** Returns the generators by the command's name. */
  static Map<String, Arbitrary<String>> byName() {
    Map<String, Arbitrary<String>> commands = new LinkedHashMap<>();
    commands.put("search", SEARCHES.terms(2).map(term -> "search " + term));
    commands.put("where", EXPRESSIONS.conditions(2).map(condition -> "where " + condition));
    commands.put("eval", evals());
    commands.put("stats", stats(AnyAggregation.FUNCTIONS));
    commands.put("eventstats", AnyWindowCommand.eventstats());
    commands.put("streamstats", AnyWindowCommand.streamstats());
    commands.put("bin", AnyGroupingCommand.bins());
    commands.put("chart", AnyGroupingCommand.charts());
    commands.put("timechart", timed(AnyGroupingCommand.timecharts()));
    commands.put("transaction", timed(AnyGroupingCommand.transactions()));
    commands.put("top", AnyGroupingCommand.frequencies("top"));
    commands.put("rare", AnyGroupingCommand.frequencies("rare"));
    commands.put("sort", sorts());
    commands.put("head", heads());
    commands.put("dedup", dedups());
    commands.put("fields", lists("fields ", "fields + ", "fields - "));
    commands.put("table", lists("table "));
    commands.put("rename", renames());
    commands.put("fillnull", fillnulls());
    commands.put("convert", converts());
    commands.putAll(AnyEventCommand.byName());
    commands.putAll(AnySeriesCommand.byName());
    commands.putAll(AnyStatisticCommand.byName());
    commands.put(
        "sitimechart", timed(Arbitraries.of("sitimechart count", "sitimechart sum(n) BY s")));
    commands.putAll(AnyTableCommand.byName());
    commands.putAll(AnyTextCommand.byName());
    commands.put("lookup", lookups());
    commands.put("append", subsearches("append", "append maxout=2"));
    commands.put("appendcols", subsearches("appendcols", "appendcols override=true"));
    commands.put("appendpipe", pipes());
    commands.put("join", joins());
    commands.put("selfjoin", selfjoins());
    commands.put("format", Arbitraries.of("format", "format maxresults=1 mvsep=x emptystr=none"));
    commands.put("return", Arbitraries.of("return s", "return 2 t, y=m $n", "return 3 $x"));
    commands.put("map", maps());
    commands.put("union", subsearches("union t", "union maxout=3"));
    return commands;
  }

  /** An earlier command may have dropped the time, without which these are errors. */
  private static Arbitrary<String> timed(Arbitrary<String> commands) {
    return commands.map(command -> "eval _time=coalesce(_time, 1700000000) | " + command);
  }

  /** Returns the generator of a command. */
  static Arbitrary<String> named(String name) {
    return Objects.requireNonNull(byName().get(name));
  }

  /** Returns any command. */
  static Arbitrary<String> any() {
    return Arbitraries.oneOf(List.copyOf(byName().values()));
  }

  private static Arbitrary<String> evals() {
    Arbitrary<String> assignment =
        Combinators.combine(Arbitraries.of(TARGETS), EXPRESSIONS.values(2))
            .as((target, value) -> target + "=" + value);
    return assignment.list().ofMinSize(1).ofMaxSize(2).map(all -> "eval " + String.join(", ", all));
  }

  /** Returns stats with some functions. */
  static Arbitrary<String> stats(List<String> functions) {
    Arbitrary<String> options = Arbitraries.of("", "", "", "allnum=true ", "dedup_splitvals=true ");
    return Combinators.combine(options, aggregations(functions), by())
        .as((option, aggregations, keys) -> "stats " + option + aggregations + keys);
  }

  /** Returns aggregations as stats takes them. */
  static Arbitrary<String> aggregations(List<String> functions) {
    Arbitrary<String> conditions =
        EXPRESSIONS.conditions(1).map(condition -> "count(eval(" + condition + ")) AS c");
    return Arbitraries.oneOf(
        AnyAggregation.several(functions, FIELDS),
        AnyAggregation.several(functions, FIELDS),
        AnyAggregation.several(functions, FIELDS),
        Arbitraries.of("values(*)", "max(*) AS max_*", "count"),
        conditions);
  }

  /** Returns up to two fields after BY, or nothing. */
  static Arbitrary<String> by() {
    return Arbitraries.of(FIELDS)
        .list()
        .uniqueElements()
        .ofMaxSize(2)
        .map(keys -> keys.isEmpty() ? "" : " by " + String.join(", ", keys));
  }

  /** Returns what follows sort: one or two keys. */
  static Arbitrary<String> sortKeys() {
    return Combinators.combine(
            Arbitraries.of("", "+", "-"),
            Arbitraries.of("%s", "%s", "%s", "num(%s)", "str(%s)", "ip(%s)", "auto(%s)"),
            Arbitraries.of(FIELDS))
        .as((sign, form, field) -> sign + form.formatted(field))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(keys -> String.join(", ", keys));
  }

  private static Arbitrary<String> sorts() {
    return Combinators.combine(
            Arbitraries.of("", "0 ", "3 ", "limit=1 "), sortKeys(), Arbitraries.of("", "", " desc"))
        .as((limit, keys, direction) -> "sort " + limit + keys + direction);
  }

  private static Arbitrary<String> heads() {
    Arbitrary<String> options =
        Arbitraries.of("", "null=true ", "keeplast=true ", "limit=2 ", "limit=1 keeplast=true ");
    return Arbitraries.oneOf(
        Arbitraries.of("head", "head 0", "head 1", "head 3", "head limit=2"),
        Combinators.combine(options, EXPRESSIONS.conditions(1))
            .as((option, condition) -> "head " + option + "(" + condition + ")"));
  }

  private static Arbitrary<String> dedups() {
    Arbitrary<String> options =
        Arbitraries.of("", "", "keepevents=true ", "keepempty=true ", "consecutive=true ");
    Arbitrary<String> fields =
        Arbitraries.of(FIELDS)
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(AnyCommand::join);
    Arbitrary<String> sortBy =
        Arbitraries.oneOf(Arbitraries.just(""), sortKeys().map(keys -> " sortby " + keys));
    return Combinators.combine(Arbitraries.of("", "2 "), options, options, fields, sortBy)
        .as(
            (count, option, other, keys, order) ->
                "dedup " + count + (option.equals(other) ? option : option + other) + keys + order);
  }

  private static Arbitrary<String> lists(String... commands) {
    return Combinators.combine(
            Arbitraries.of(commands),
            Arbitraries.of("_time", "s", "t", "n", "m", "x", "z", "*", "_*", "s*")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3))
        .as((command, fields) -> command + join(fields));
  }

  private static Arbitrary<String> renames() {
    Arbitrary<String> pairs =
        Combinators.combine(
                Arbitraries.of(FIELDS).list().uniqueElements().ofMinSize(1).ofMaxSize(2),
                Arbitraries.of("s", "t", "y", "z", "_raw").list().ofSize(2))
            .as(
                (sources, targets) -> {
                  StringBuilder all = new StringBuilder();
                  for (int i = 0; i < sources.size(); i++) {
                    all.append(i == 0 ? "" : ", ").append(sources.get(i));
                    all.append(" AS ").append(targets.get(i));
                  }
                  return all.toString();
                });
    return Arbitraries.oneOf(pairs, Arbitraries.of("* AS p.*", "s* AS n*", "_* AS u_*"))
        .map(all -> "rename " + all);
  }

  private static Arbitrary<String> fillnulls() {
    return Combinators.combine(
            Arbitraries.of("", "value=null ", "value=\"\" ", "value=x "),
            Arbitraries.of(FIELDS).list().uniqueElements().ofMaxSize(2))
        .as((value, fields) -> "fillnull " + value + join(fields));
  }

  private static Arbitrary<String> lookups() {
    Arbitrary<String> keys =
        Combinators.combine(
                Arbitraries.of("s", "t", "n", "m", "x"),
                Arbitraries.of("", " AS s", " AS x", " AS m", " AS z"))
            .as((column, field) -> column + field)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(AnyCommand::join);
    Arbitrary<String> outputs =
        Combinators.combine(
                Arbitraries.of(" OUTPUT ", " OUTPUTNEW "),
                Arbitraries.of("n", "s AS s", "m AS y, t AS z", "x AS x", "_time AS y"))
            .as((mode, list) -> mode + list);
    return Combinators.combine(
            Arbitraries.of("t", "folded", "patterns", "subnets", "timed"),
            keys,
            Arbitraries.oneOf(Arbitraries.just(""), outputs, outputs))
        .as((table, key, output) -> "lookup " + table + " " + key + output);
  }

  /** Returns searches over the general table, in brackets. */
  static Arbitrary<String> bracketed() {
    return Combinators.combine(
            Arbitraries.of("from t", "| from t", "inputlookup t"),
            Arbitraries.oneOf(Arbitraries.just(""), simple().map(command -> " | " + command)))
        .as((source, command) -> "[" + source + command + "]");
  }

  private static Arbitrary<String> simple() {
    return Arbitraries.oneOf(
        SEARCHES.terms(1).map(term -> "search " + term),
        lists("fields ", "table "),
        renames(),
        Arbitraries.of("head 2", "stats count by s", "dedup t", "eval y=n", "where n>1"));
  }

  private static Arbitrary<String> subsearches(String... commands) {
    return Combinators.combine(Arbitraries.of(commands), bracketed())
        .as((command, search) -> command + " " + search);
  }

  private static Arbitrary<String> pipes() {
    return simple().map(command -> "appendpipe [" + command + "]");
  }

  private static Arbitrary<String> joins() {
    Arbitrary<String> options =
        Arbitraries.of("", "type=outer ", "max=0 ", "overwrite=false ", "type=left max=2 ");
    Arbitrary<String> keys =
        Arbitraries.of("s ", "t ", "x, n ", "m ", "z ", "left=L right=R where L.s=R.s, R.t=L.n ");
    return Combinators.combine(options, options, keys, bracketed())
        .as(
            (option, other, key, search) ->
                "join " + option + (conflict(option, other) ? "" : other) + key + search);
  }

  private static Arbitrary<String> selfjoins() {
    return Combinators.combine(
            Arbitraries.of("", "max=0 ", "overwrite=false ", "keepsingle=true max=2 "),
            Arbitraries.of("s", "t", "m, x", "z", "n"))
        .as((options, fields) -> "selfjoin " + options + fields);
  }

  /** Without values in the search, of which many would make a wrong one. */
  private static Arbitrary<String> maps() {
    return Arbitraries.of(
            "search=\"| from t | head 2\"",
            "maxsearches=2 search=\"| from t | stats count | eval y=\\\"$$\\\"\"",
            "[from t | table s, t | head 1]")
        .map(arguments -> "map " + arguments);
  }

  private static boolean conflict(String option, String other) {
    return !option.isEmpty()
        && !other.isEmpty()
        && (option.contains("max=") == other.contains("max=")
            || option.contains("type") == other.contains("type"));
  }

  private static Arbitrary<String> converts() {
    Arbitrary<String> calls =
        Combinators.combine(
                Arbitraries.of(
                    "auto", "ctime", "mktime", "num", "rmcomma", "rmunit", "dur2sec", "memk",
                    "mstime"),
                Arbitraries.of("_time", "s", "t", "n", "m", "x", "*"),
                Arbitraries.of("", " AS y"))
            .as(
                (function, field, name) ->
                    function + "(" + field + ")" + (field.equals("*") ? "" : name));
    return Combinators.combine(
            Arbitraries.of("", "timeformat=\"%Y\" "), calls, Arbitraries.of("", " none(n)"))
        .as((format, call, none) -> "convert " + format + call + none);
  }

  private static String join(List<String> fields) {
    return String.join(", ", fields);
  }
}
