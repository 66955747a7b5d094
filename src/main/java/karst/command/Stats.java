package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Replaces the rows by aggregates of all of them, or of those that agree in some fields
 * (spl-semantics §4).
 *
 * @param aggregates at least one, if binding found no error
 * @param by the fields that make a group; empty for one group of all rows
 * @param allNumbers whether a numeric aggregation over a field with other values has no result
 * @param delimiter what stands between the values of a multivalue when it becomes one text
 * @param dedupSplitValues whether a row counts once in a group although a multivalue names it twice
 */
public record Stats(
    List<AggregateCall> aggregates,
    List<FieldName> by,
    boolean allNumbers,
    String delimiter,
    boolean dedupSplitValues,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Stats> SYNTAX =
      CommandSyntax.named("stats", "Replaces the rows by aggregates of groups of them")
          .usage("stats <aggregation> [AS <name>] ... [BY <field> ...]")
          .option(
              "allnum",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Give no result where a numeric aggregation meets a value that is no number")
          .option(
              "delim",
              OptionSpec.Type.TEXT,
              " ",
              "What stands between the values of a multivalue that becomes one text")
          .option(
              "dedup_splitvals",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Count a row once in a group although a multivalue names the group twice")
          .ignoredOption(
              "partitions",
              OptionSpec.Type.INTEGER,
              "1",
              "the work is divided among the threads by itself")
          .fields(FieldTrait.DROPS_OTHERS, FieldTrait.IN_ANY_ORDER)
          .bind(Stats::bind);

  public Stats {
    aggregates = List.copyOf(aggregates);
    by = List.copyOf(by);
  }

  private static Stats bind(Arguments arguments) {
    AggregationClause clause = AggregationClause.take(arguments, "stats");
    Options options = arguments.options();
    return new Stats(
        clause.aggregates(),
        clause.by(),
        options.bool("allnum"),
        options.text("delim"),
        options.bool("dedup_splitvals"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("stats")
        .option("allnum", allNumbers)
        .option("delim", delimiter)
        .option("dedup_splitvals", dedupSplitValues)
        .list(Aggregations.toSpl(aggregates))
        .by(by)
        .toString();
  }
}
