package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Adds to each row aggregates of the rows up to it, or of those of its group (spl-semantics §6.1).
 *
 * @param aggregates at least one, if binding found no error
 * @param by the fields that make a group; empty for one group of all rows
 * @param current whether a row counts itself
 * @param window how many rows count at most; 0 for all
 * @param global whether the window counts the rows of all groups
 * @param timeWindow how far from a row's time the rows that count may be; null for any distance
 * @param resets when rows before are forgotten
 * @param allNumbers whether a numeric aggregation over a field with other values has no result
 */
public record Streamstats(
    List<AggregateCall> aggregates,
    List<FieldName> by,
    boolean current,
    long window,
    boolean global,
    @Nullable String timeWindow,
    Resets resets,
    boolean allNumbers,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Streamstats> SYNTAX =
      CommandSyntax.named("streamstats", "Adds to each row aggregates of the rows up to it")
          .usage("streamstats <aggregation> [AS <name>] ... [BY <field> ...]")
          .option(
              "allnum",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Give no result where a numeric aggregation meets a value that is no number")
          .option("current", OptionSpec.Type.BOOLEAN, "true", "Count the row itself")
          .option("window", OptionSpec.Type.INTEGER, "0", "The most rows that count; 0 for all")
          .option(
              "global",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Take the window over all rows, and not over those of each group")
          .option(
              "time_window",
              OptionSpec.Type.SPAN,
              "",
              "Count only rows whose time is less than this away")
          .option(
              "reset_on_change",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Forget all rows whenever the group is another one than that of the row before")
          .option(
              "reset_before",
              OptionSpec.Type.TEXT,
              "",
              "Forget all rows before one for which this expression is true")
          .option(
              "reset_after",
              OptionSpec.Type.TEXT,
              "",
              "Forget all rows after one for which this expression is true")
          .bind(Streamstats::bind);

  /** Checks the window. */
  public Streamstats {
    if (window < 0) {
      throw new IllegalArgumentException("negative window " + window);
    }
    aggregates = List.copyOf(aggregates);
    by = List.copyOf(by);
  }

  /**
   * When rows before are forgotten.
   *
   * @param onChange whenever the group is another one than that of the row before
   * @param before before a row for which it is true; null for never
   * @param after after a row for which it is true; null for never
   */
  public record Resets(boolean onChange, @Nullable EvalOption before, @Nullable EvalOption after) {}

  private static Streamstats bind(Arguments arguments) {
    AggregationClause clause = AggregationClause.take(arguments, "streamstats");
    Options options = arguments.options();
    return new Streamstats(
        clause.aggregates(),
        clause.by(),
        options.bool("current"),
        options.integer("window", 0),
        options.bool("global"),
        options.timeSpan("time_window"),
        new Resets(
            options.bool("reset_on_change"),
            options.expression("reset_before"),
            options.expression("reset_after")),
        options.bool("allnum"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("streamstats")
            .option("allnum", allNumbers)
            .option("current", current)
            .option("window", window)
            .option("global", global);
    if (timeWindow != null) {
      writer.option("time_window", timeWindow);
    }
    writer.option("reset_on_change", resets.onChange);
    if (resets.before != null) {
      writer.raw("reset_before=" + resets.before.toSpl());
    }
    if (resets.after != null) {
      writer.raw("reset_after=" + resets.after.toSpl());
    }
    return writer.list(Aggregations.toSpl(aggregates)).by(by).toString();
  }
}
