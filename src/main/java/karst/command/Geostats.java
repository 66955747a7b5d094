package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates rows by squares of a map, for several zoom levels (spl-semantics §6.2).
 *
 * @param aggregates at least one, if binding found no error
 * @param by the field whose values make columns; null for none
 * @param squares the squares
 * @param latitude the field that is set to the mean latitude of a square
 * @param longitude the field that is set to the mean longitude of a square
 * @param columns whether the values of {@code by} make columns, and not rows
 * @param limit how many of them have a column of their own; 0 for all
 */
public record Geostats(
    List<AggregateCall> aggregates,
    @Nullable FieldName by,
    Squares squares,
    String latitude,
    String longitude,
    boolean columns,
    long limit,
    Span span)
    implements Command {
  private static final int MOST_LEVELS = 24;

  /** How the command is written. */
  public static final CommandSyntax<Geostats> SYNTAX =
      CommandSyntax.named("geostats", "Aggregates by squares of a map, for several zoom levels")
          .usage("geostats <aggregation> [AS <name>] ... [BY <field>]")
          .option("latfield", OptionSpec.Type.FIELD, "lat", "The field with the latitude")
          .option("longfield", OptionSpec.Type.FIELD, "lon", "The field with the longitude")
          .option(
              "outputlatfield",
              OptionSpec.Type.FIELD,
              "latitude",
              "The field for the mean latitude")
          .option(
              "outputlongfield",
              OptionSpec.Type.FIELD,
              "longitude",
              "The field for the mean longitude")
          .option("binspanlat", OptionSpec.Type.NUMBER, "22.5", "The height of a square at level 0")
          .option("binspanlong", OptionSpec.Type.NUMBER, "45", "The width of a square at level 0")
          .option(
              "maxzoomlevel",
              OptionSpec.Type.INTEGER,
              "9",
              "The last level, at each of which squares are half as wide and high")
          .option(
              "globallimit",
              OptionSpec.Type.INTEGER,
              "10",
              "How many values have a column; 0 for all")
          .option(
              "translatetoxy", OptionSpec.Type.BOOLEAN, "true", "Make columns of values, not rows")
          .ignoredOption(
              "locallimit",
              OptionSpec.Type.INTEGER,
              "10",
              "a square has the columns of the whole table")
          .fields(FieldTrait.DROPS_OTHERS)
          .usualFields("lat", "lon")
          .bind(Geostats::bind);

  public Geostats {
    aggregates = List.copyOf(aggregates);
  }

  /**
   * Squares of a map.
   *
   * @param latitude the field with the latitude
   * @param longitude the field with the longitude
   * @param height of a square at level 0, in degrees
   * @param width of a square at level 0, in degrees
   * @param levels how many levels there are
   */
  public record Squares(
      FieldName latitude, FieldName longitude, double height, double width, int levels) {}

  private static Geostats bind(Arguments arguments) {
    List<AggregateCall> calls = new ArrayList<>(Aggregations.take(arguments, "by"));
    FieldName by = null;
    if (arguments.takeKeyword("by")) {
      by = arguments.takeField("a field after `BY`");
    }
    arguments.expectEnd();
    if (calls.isEmpty()) {
      arguments.missingUnlessFaulty("an aggregation such as count");
    }
    calls.replaceAll(call -> Aggregations.ofEveryField(arguments, call));
    List<FieldName> fields = by == null ? List.of() : List.of(by);
    arguments.rejectWildcards(fields, "`BY`");
    Aggregations.warnOfSameNames(arguments, calls, fields);
    Options options = arguments.options();
    return new Geostats(
        calls,
        by,
        new Squares(
            field(options, "latfield", "lat", arguments),
            field(options, "longfield", "lon", arguments),
            degrees(options, "binspanlat", 180),
            degrees(options, "binspanlong", 360),
            levels(options)),
        options.text("outputlatfield"),
        options.text("outputlongfield"),
        options.bool("translatetoxy"),
        options.integer("globallimit", 0),
        arguments.span());
  }

  private static FieldName field(
      Options options, String option, String usual, Arguments arguments) {
    return Objects.requireNonNullElseGet(
        options.field(option), () -> new FieldName(usual, arguments.span()));
  }

  private static double degrees(Options options, String option, double most) {
    double degrees = options.number(option, 0, most);
    if (degrees == 0) {
      options.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` must be more than 0"),
          options.span(option));
    }
    return degrees;
  }

  private static int levels(Options options) {
    long last = options.integer("maxzoomlevel", 0);
    if (last > MOST_LEVELS) {
      options.report(
          Diagnostic.error(
              DiagnosticCode.OPTION_VALUE, "`maxzoomlevel` must be at most " + MOST_LEVELS),
          options.span("maxzoomlevel"));
      return 1;
    }
    return (int) last + 1;
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("geostats")
            .option("latfield", squares.latitude.name())
            .option("longfield", squares.longitude.name())
            .option("outputlatfield", latitude)
            .option("outputlongfield", longitude)
            .option("binspanlat", Numbers.format(squares.height))
            .option("binspanlong", Numbers.format(squares.width))
            .option("maxzoomlevel", squares.levels - 1)
            .option("globallimit", limit)
            .option("translatetoxy", columns)
            .list(Aggregations.toSpl(aggregates));
    return by == null ? writer.toString() : writer.by(List.of(by)).toString();
  }
}
