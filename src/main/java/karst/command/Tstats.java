package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.ast.SearchTerm;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates the rows of a data model's dataset, or of all events, straight from their source
 * (spl-semantics §5).
 *
 * @param aggregates at least one, if binding found no error
 * @param from the dataset; null for events, of which only index-time fields exist
 * @param where which rows count; {@link SearchTerm.Everything} for all. A comparison with {@code
 *     nodename} in it is left there
 * @param by the fields that make a group; empty for one group of all rows
 * @param timeSpan the width of the buckets of {@code _time}; null when {@code _time} is no group
 *     key
 * @param fillNullValue the text that takes the place of a null group key; null when rows with such
 *     a key are left out
 * @param prestats whether partial aggregates come out, for {@code stats} to complete
 * @param append whether the rows follow those that came before
 * @param summariesOnly whether only summaries are read, if there are summaries at all
 */
public record Tstats(
    List<AggregateCall> aggregates,
    @Nullable DataModelName from,
    SearchTerm where,
    List<FieldName> by,
    @Nullable String timeSpan,
    @Nullable String fillNullValue,
    boolean prestats,
    boolean append,
    boolean summariesOnly,
    Span span)
    implements Command {
  /** The field whose values are put into buckets. */
  static final String TIME_FIELD = "_time";

  /** The width of a bucket when none is given (spl-semantics Q12). */
  public static final String DEFAULT_SPAN = "1s";

  /** The smallest chunk that a server takes. */
  static final long MIN_CHUNK_SIZE = 10_000;

  /** How the command is written. */
  public static final CommandSyntax<Tstats> SYNTAX =
      CommandSyntax.named("tstats", "Aggregates the rows of a data model's dataset")
          .usage(
              "tstats <aggregation> [AS <name>] ... [FROM datamodel=<model>[.<dataset>]]"
                  + " [WHERE <search expression>] [BY <field> ... [span=<span>]]")
          .arguments(ArgumentKind.GENERAL_WITH_SEARCH)
          .generating()
          .tolerateUnknownOptions()
          .option(
              "fillnull_value",
              OptionSpec.Type.TEXT,
              "",
              "Text that takes the place of a null group key; without it such rows are left out")
          .option(
              "prestats",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Give partial aggregates for stats to complete; names after AS do not count")
          .option(
              "append",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Put the rows after those that came before; only with prestats")
          .option(
              "span",
              OptionSpec.Type.SPAN,
              DEFAULT_SPAN,
              "Width of the buckets of _time; stands after BY")
          .option(
              "summariesonly",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Read nothing but the summaries of --summaries, if there are any")
          .ignoredOption(
              "allow_old_summaries",
              OptionSpec.Type.BOOLEAN,
              "false",
              "a summary is read whatever the data model was when it was made")
          .ignoredOption(
              "use_summary_index_values",
              OptionSpec.Type.BOOLEAN,
              "false",
              "summaries have the values of fields alone")
          .ignoredOption(
              "local", OptionSpec.Type.BOOLEAN, "false", "there are no other servers to ask")
          .ignoredOption(
              "chunk_size", OptionSpec.Type.INTEGER, "10000000", "memory is bounded in another way")
          .ignoredOption(
              "include_reduced_buckets",
              OptionSpec.Type.BOOLEAN,
              "false",
              "there are no reduced buckets")
          .bind(arguments -> new TstatsBinder(arguments).bind());

  /** Checks that {@code _time} and its span come together. */
  public Tstats {
    aggregates = List.copyOf(aggregates);
    by = List.copyOf(by);
    if (by.stream().anyMatch(field -> field.name().equals(TIME_FIELD)) != (timeSpan != null)) {
      throw new IllegalArgumentException("a span is needed for _time in BY, and only then");
    }
    if (append && !prestats) {
      throw new IllegalArgumentException("append needs prestats");
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("tstats").option("prestats", prestats).option("append", append);
    if (summariesOnly) {
      writer.option("summariesonly", true);
    }
    if (fillNullValue != null) {
      writer.option("fillnull_value", fillNullValue);
    }
    writer.list(Aggregations.toSpl(aggregates));
    if (from != null) {
      writer.raw("FROM").option("datamodel", from.qualified());
    }
    writer.where(where).by(by);
    return (timeSpan == null ? writer : writer.option("span", timeSpan)).toString();
  }
}
