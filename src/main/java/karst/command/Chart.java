package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates rows by one field and makes columns of the values of another (spl-semantics §6.1).
 *
 * @param aggregates at least one, if binding found no error
 * @param row the field whose values make rows; null for one row
 * @param column the field whose values make columns; null for one column an aggregation
 */
public record Chart(
    List<AggregateCall> aggregates,
    @Nullable Split row,
    @Nullable Split column,
    SeriesOptions series,
    Span span)
    implements Command {
  private static final int DEFAULT_BINS = 300;

  /** How the command is written. */
  public static final CommandSyntax<Chart> SYNTAX =
      SeriesOptions.declare(
              CommandSyntax.named(
                      "chart", "Aggregates by one field, with a column a value of another")
                  .usage(
                      "chart [agg=]<aggregation> [AS <name>] ... [where <aggregation> <comparison>]"
                          + " [OVER <field> [BY <field>]|BY <field> [<field>]]"))
          .ignoredOption(
              "cont", OptionSpec.Type.BOOLEAN, "true", "only a drawn chart has gaps to fill")
          .fields(FieldTrait.DROPS_OTHERS, FieldTrait.IN_ANY_ORDER)
          .bind(Chart::bind);

  public Chart {
    aggregates = List.copyOf(aggregates);
  }

  /**
   * A field to split by.
   *
   * @param binning how its values are put into bins; null for not at all
   */
  public record Split(FieldName field, @Nullable Binning binning) {}

  private static Chart bind(Arguments arguments) {
    List<AggregateCall> calls = new ArrayList<>();
    List<Split> splits = new ArrayList<>();
    Options binning = arguments.optionsOf(Bin.SYNTAX);
    SeriesFilter filter = null;
    boolean splitting = false;
    while (!arguments.atEnd()) {
      Argument next = arguments.peek();
      if (arguments.takeKeyword("over", "by")) {
        splitting = true;
      } else if (arguments.takeKeyword("where")) {
        filter = SeriesFilter.take(arguments);
      } else if (next instanceof Argument.Option option && binning.keep(option)) {
        arguments.take();
        if (!splits.isEmpty()) {
          int last = splits.size() - 1;
          splits.set(last, split(splits.get(last).field(), binning));
        }
      } else if (splitting && next instanceof Argument.Word) {
        FieldName field = arguments.takeField("a field");
        if (field != null) {
          splits.add(split(field, binning));
        }
        binning = arguments.optionsOf(Bin.SYNTAX);
      } else if (!splitting) {
        calls.addAll(Aggregations.takeOfChart(arguments, "over", "by", "where"));
      }
      if (arguments.peek() == next) {
        arguments.reject();
      }
    }
    check(arguments, calls, splits, splitting);
    return new Chart(
        calls,
        splits.isEmpty() ? null : splits.get(0),
        splits.size() < 2 ? null : splits.get(1),
        SeriesOptions.take(arguments.options(), filter),
        arguments.span());
  }

  private static Split split(FieldName field, Options options) {
    boolean given = Bin.SYNTAX.options().stream().anyMatch(option -> options.has(option.name()));
    boolean times = field.name().equals("_time");
    return new Split(field, given ? Binning.take(options, times, DEFAULT_BINS) : null);
  }

  private static void check(
      Arguments arguments, List<AggregateCall> calls, List<Split> splits, boolean splitting) {
    if (calls.isEmpty()) {
      arguments.missingUnlessFaulty("an aggregation such as count");
    }
    calls.replaceAll(call -> Aggregations.ofEveryField(arguments, call));
    if (splitting && splits.isEmpty()) {
      arguments.missingUnlessFaulty("a field to split by");
    }
    List<FieldName> fields = splits.stream().map(Split::field).toList();
    arguments.rejectWildcards(fields, "`BY`");
    Aggregations.warnOfSameNames(arguments, calls, fields);
    if (fields.size() > 2) {
      arguments.error(fields.get(2).span(), "`chart` splits by two fields at most");
    } else if (fields.size() == 2 && fields.get(0).name().equals(fields.get(1).name())) {
      arguments.error(fields.get(1).span(), "`chart` splits by the same field twice");
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("chart");
    series.write(writer);
    writer.list(Aggregations.toSpl(aggregates));
    if (series.filter() != null) {
      writer.raw(series.filter().toSpl());
    }
    if (row != null) {
      write(writer.raw("OVER"), row);
    }
    if (column != null) {
      write(writer.raw("BY"), column);
    }
    return writer.toString();
  }

  private static void write(SplWriter writer, Split split) {
    writer.word(split.field().name());
    if (split.binning() != null) {
      // Whatever else, the number of bins is written: then there is an option at all.
      split.binning().write(writer, 0);
    }
  }
}
