package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Counts how often the values of two fields meet, as a table (spl-semantics §6.2).
 *
 * @param maxRows the most rows
 * @param maxColumns the most columns
 * @param rowCover which part of all counts the rows hold at least, unless they are too many
 * @param columnCover which part of all counts the columns hold at least, unless they are too many
 * @param total what the row and the column of sums are called; empty for none
 * @param fields the field that makes rows and the one that makes columns; fewer only if binding
 *     found an error
 */
public record Contingency(
    long maxRows,
    long maxColumns,
    double rowCover,
    double columnCover,
    String total,
    List<FieldName> fields,
    Span span)
    implements Command {
  private static final long MOST = 1000;

  /** How the command is written. */
  public static final CommandSyntax<Contingency> SYNTAX =
      CommandSyntax.named("contingency", "Counts how often the values of two fields meet")
          .alias("counttable")
          .usage("contingency <field> <field>")
          .option("maxrows", OptionSpec.Type.INTEGER, "" + MOST, "Most rows; 0 for 1000")
          .option("maxcols", OptionSpec.Type.INTEGER, "100", "Most columns; 0 for 1000")
          .option(
              "minrowcover",
              OptionSpec.Type.NUMBER,
              "1",
              "The part of all counts for which there are rows, the most common first")
          .option(
              "mincolcover",
              OptionSpec.Type.NUMBER,
              "1",
              "The part of all counts for which there are columns, the most common first")
          .option("usetotal", OptionSpec.Type.BOOLEAN, "true", "Add a row and a column of sums")
          .option("totalstr", OptionSpec.Type.TEXT, "TOTAL", "What these are called")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Contingency::bind);

  public Contingency {
    fields = List.copyOf(fields);
  }

  private static Contingency bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.rejectWildcards(fields, "`contingency`");
    if (fields.size() > 2) {
      arguments.error(fields.get(2).span(), "`contingency` takes two fields");
    }
    arguments.expectEnd();
    if (fields.size() < 2) {
      arguments.missingUnlessFaulty("two different fields");
    }
    Options options = arguments.options();
    return new Contingency(
        most(options.integer("maxrows", 0)),
        most(options.integer("maxcols", 0)),
        options.number("minrowcover", 0, 1),
        options.number("mincolcover", 0, 1),
        options.bool("usetotal") ? options.text("totalstr") : "",
        fields,
        arguments.span());
  }

  private static long most(long given) {
    return given == 0 ? MOST : given;
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("contingency")
            .option("maxrows", maxRows)
            .option("maxcols", maxColumns)
            .option("minrowcover", Numbers.format(rowCover))
            .option("mincolcover", Numbers.format(columnCover))
            .option("usetotal", !total.isEmpty());
    if (!total.isEmpty()) {
      writer.option("totalstr", total);
    }
    return writer.fields(fields).toString();
  }
}
