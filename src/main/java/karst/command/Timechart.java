package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates rows by spans of time and makes columns of the values of a field (spl-semantics §6.1).
 *
 * @param aggregates at least one, if binding found no error
 * @param by the field whose values make columns; null for one column an aggregation
 * @param binning the spans of time
 * @param continuous whether spans without rows have a row, too
 * @param partial whether spans that the search's time range covers in part are kept
 * @param fixedRange whether the rows reach over the search's time range
 */
public record Timechart(
    List<AggregateCall> aggregates,
    @Nullable FieldName by,
    Binning binning,
    boolean continuous,
    boolean partial,
    boolean fixedRange,
    SeriesOptions series,
    Span span)
    implements Command {
  private static final int DEFAULT_BINS = 100;

  /** How the command is written. */
  public static final CommandSyntax<Timechart> SYNTAX =
      SeriesOptions.declare(
              CommandSyntax.named(
                      "timechart", "Aggregates by spans of time, with a column a value of a field")
                  .usage(
                      "timechart [agg=]<aggregation> [AS <name>] ... [BY <field>]"
                          + " [where <aggregation> <comparison>]")
                  .option("span", OptionSpec.Type.SPAN, "", "Width of a span of time")
                  .option("bins", OptionSpec.Type.INTEGER, "100", "The most spans, without a width")
                  .option("minspan", OptionSpec.Type.SPAN, "", "The least width, without a width")
                  .option(
                      "aligntime",
                      OptionSpec.Type.TEXT,
                      "",
                      "Where a span of less than a day begins: earliest, latest or a time modifier")
                  .option("cont", OptionSpec.Type.BOOLEAN, "true", "Give spans without rows a row")
                  .option(
                      "partial",
                      OptionSpec.Type.BOOLEAN,
                      "true",
                      "Keep spans that the time range of the search covers in part")
                  .option(
                      "fixedrange",
                      OptionSpec.Type.BOOLEAN,
                      "true",
                      "Let rows reach over the time range of the search"))
          .fields(FieldTrait.DROPS_OTHERS, FieldTrait.IN_ANY_ORDER)
          .bind(Timechart::bind);

  public Timechart {
    aggregates = List.copyOf(aggregates);
  }

  private static Timechart bind(Arguments arguments) {
    List<AggregateCall> calls = new ArrayList<>();
    FieldName by = null;
    SeriesFilter filter = null;
    while (!arguments.atEnd()) {
      Argument next = arguments.peek();
      if (by == null && arguments.takeKeyword("by")) {
        by = arguments.takeField("a field after `BY`");
      } else if (arguments.takeKeyword("where")) {
        filter = SeriesFilter.take(arguments);
      } else if (by == null) {
        calls.addAll(Aggregations.takeOfChart(arguments, "by", "where"));
      } else if (next instanceof Argument.Word word) {
        arguments.take();
        arguments.error(word.span(), "`timechart` splits by one field only");
      }
      if (arguments.peek() == next) {
        arguments.reject();
      }
    }
    if (calls.isEmpty()) {
      arguments.missingUnlessFaulty("an aggregation such as count");
    }
    calls.replaceAll(call -> Aggregations.ofEveryField(arguments, call));
    List<FieldName> fields = by == null ? List.of() : List.of(by);
    arguments.rejectWildcards(fields, "`BY`");
    Aggregations.warnOfSameNames(arguments, calls, fields);
    Options options = arguments.options();
    return new Timechart(
        calls,
        by,
        Binning.ofTime(options, DEFAULT_BINS),
        options.bool("cont"),
        options.bool("partial"),
        options.bool("fixedrange"),
        SeriesOptions.take(options, filter),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("timechart");
    binning.write(writer, DEFAULT_BINS);
    writer.option("cont", continuous).option("partial", partial).option("fixedrange", fixedRange);
    series.write(writer);
    writer.list(Aggregations.toSpl(aggregates));
    if (by != null) {
      writer.raw("BY").word(by.name());
    }
    if (series.filter() != null) {
      writer.raw(series.filter().toSpl());
    }
    return writer.toString();
  }
}
