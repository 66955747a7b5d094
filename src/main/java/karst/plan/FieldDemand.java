package karst.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.ast.RawCommand;

/**
 * What a pipeline wants of the events that it begins with (design §2, schema on read by demand).
 *
 * <p>The names are every word of the pipeline that could be a field: one too many costs nothing,
 * since a column that no command uses is not read. Whether all fields are wanted depends on what
 * comes before the first command that keeps only fields that it names.
 *
 * @param names the fields that may be named
 * @param all whether fields are wanted that the pipeline does not name
 * @param ordered whether the order of the events can be seen in the result
 */
public record FieldDemand(Set<String> names, boolean all, boolean ordered) {
  /** Nothing but what every event has. */
  public static final FieldDemand NONE = new FieldDemand(Set.of(), false, true);

  /** Commands whose result has only fields that they name. */
  private static final Set<String> CLOSING =
      Set.of(
          "arules",
          "chart",
          "cofilter",
          "contingency",
          "counttable",
          "diff",
          "fields",
          "fieldsummary",
          "gauge",
          "geostats",
          "localize",
          "rare",
          "sichart",
          "sirare",
          "sistats",
          "sitimechart",
          "sitop",
          "stats",
          "table",
          "timechart",
          "top");

  /** Those of them to whose result the order of the rows is nothing, a few functions aside. */
  private static final Set<String> UNORDERED = Set.of("chart", "stats", "timechart");

  /** Commands that, without a list of fields, go by all of them. */
  private static final Set<String> TAKING_ALL =
      Set.of(
          "af",
          "analyzefields",
          "anomalousvalue",
          "anomalydetection",
          "associate",
          "correlate",
          "fieldsummary",
          "kmeans",
          "outlier");

  private static final Set<String> ORDERED_FUNCTIONS = Set.of("first", "last", "list");

  /** Commands that look at one row at a time and keep the others' order. */
  private static final Set<String> ROW_WISE =
      Set.of(
          "abstract",
          "addinfo",
          "bin",
          "bucket",
          "convert",
          "eval",
          "extract",
          "fieldformat",
          "fields",
          "fillnull",
          "fromjson",
          "highlight",
          "iconify",
          "iplocation",
          "kv",
          "localop",
          "lookup",
          "makemv",
          "multikv",
          "mvexpand",
          "nomv",
          "noop",
          "outputtext",
          "rangemap",
          "redistribute",
          "regex",
          "reltime",
          "rename",
          "replace",
          "require",
          "rex",
          "rtorder",
          "search",
          "setfields",
          "spath",
          "strcat",
          "tags",
          "tojson",
          "typer",
          "where",
          "xmlkv",
          "xmlunescape",
          "xpath");

  /** Commands whose stars do not stand for fields. */
  private static final Set<String> WITHOUT_FIELD_PATTERNS =
      Set.of(
          "eval", "head", "makemv", "regex", "replace", "rex", "search", "spath", "where", "xpath");

  /** Fields that commands take unless they are told which. */
  private static final Map<String, List<String>> USUAL = Map.of("geostats", List.of("lat", "lon"));

  public FieldDemand {
    names = Set.copyOf(names);
  }

  /**
   * Returns the demand of a pipeline.
   *
   * @param outer names that the pipelines around it may demand of its result
   * @param readsAny whether a command of a name may look at fields that it does not name
   */
  public static FieldDemand of(Pipeline pipeline, Set<String> outer, Predicate<String> readsAny) {
    Set<String> names = new LinkedHashSet<>(outer);
    NamedFields.collect(pipeline, names);
    pipeline.commands().forEach(c -> names.addAll(USUAL.getOrDefault(c.name(), List.of())));
    boolean ordered = false;
    for (RawCommand command : pipeline.commands()) {
      String name = command.name();
      if (readsAny.test(name) || mayTakeOthers(command)) {
        return new FieldDemand(names, true, true);
      }
      if (CLOSING.contains(name) && !removes(command)) {
        ordered |= !UNORDERED.contains(name) || hasOrderedFunction(command.arguments());
        return new FieldDemand(names, false, ordered);
      }
      ordered |= !ROW_WISE.contains(name);
    }
    return new FieldDemand(names, true, true);
  }

  /** Whether a command may take fields that it does not name. */
  private static boolean mayTakeOthers(RawCommand command) {
    String name = command.name();
    boolean byPattern = !WITHOUT_FIELD_PATTERNS.contains(name) && hasPattern(command.arguments());
    // The text of a subsearch is not known yet, nor which fields it keeps.
    boolean byText = CLOSING.contains(name) && hasSubsearch(command);
    return byPattern || byText || (TAKING_ALL.contains(name) && namesNothing(command));
  }

  private static boolean namesNothing(RawCommand command) {
    return command.arguments().stream().allMatch(Argument.Option.class::isInstance);
  }

  private static boolean hasSubsearch(RawCommand command) {
    return command.arguments().stream()
        .anyMatch(
            argument ->
                argument instanceof Argument.Subsearch
                    || (argument instanceof Argument.Option option
                        && option.value() instanceof Argument.Subsearch));
  }

  private static boolean removes(RawCommand command) {
    return command.name().equals("fields")
        && !command.arguments().isEmpty()
        && command.arguments().get(0) instanceof Argument.Word word
        && word.text().startsWith("-");
  }

  private static boolean hasPattern(List<Argument> arguments) {
    return arguments.stream().anyMatch(FieldDemand::hasPattern);
  }

  private static boolean hasPattern(Argument argument) {
    if (argument instanceof Argument.Word word) {
      return word.text().indexOf('*') >= 0;
    }
    if (argument instanceof Argument.Option option) {
      return hasPattern(option.value());
    }
    return argument instanceof Argument.Call call && hasPattern(call.arguments());
  }

  private static boolean hasOrderedFunction(List<Argument> arguments) {
    return arguments.stream()
        .anyMatch(
            argument ->
                argument instanceof Argument.Call call
                    && ORDERED_FUNCTIONS.contains(call.name().toLowerCase(Locale.ROOT)));
  }
}
