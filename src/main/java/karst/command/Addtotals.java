package karst.command;

import karst.source.Span;

/**
 * Adds a column with the sums of the rows, a row with the sums of the columns, or both
 * (spl-semantics §6.1).
 *
 * @param rows whether rows get their sums
 * @param columns whether there is a row of column sums
 * @param fieldName the column of the rows' sums
 */
public record Addtotals(
    TotalsFields totals, boolean rows, boolean columns, String fieldName, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Addtotals> SYNTAX =
      CommandSyntax.named("addtotals", "Adds the sums of rows, of columns, or of both")
          .usage("addtotals [<option> ...] [<field> ...]")
          .option("row", OptionSpec.Type.BOOLEAN, "true", "Give each row the sum of its numbers")
          .option("col", OptionSpec.Type.BOOLEAN, "false", "Add a row with the sums of the columns")
          .option("fieldname", OptionSpec.Type.TEXT, "Total", "The column of the rows' sums")
          .option("labelfield", OptionSpec.Type.TEXT, "", "The field that names the row of sums")
          .option("label", OptionSpec.Type.TEXT, "Total", "What stands in that field")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Addtotals::bind);

  private static Addtotals bind(Arguments arguments) {
    var fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    return new Addtotals(
        new TotalsFields(fields, options.text("labelfield"), options.text("label")),
        options.bool("row"),
        options.bool("col"),
        options.text("fieldname"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("addtotals")
            .option("row", rows)
            .option("col", columns)
            .option("fieldname", fieldName);
    if (!totals.labelField().isEmpty()) {
      writer.option("labelfield", totals.labelField());
    }
    return writer.option("label", totals.label()).fields(totals.fields()).toString();
  }
}
