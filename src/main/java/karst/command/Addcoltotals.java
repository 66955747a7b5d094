package karst.command;

import karst.source.Span;

/** Adds a row with the sums of the columns (spl-semantics §6.1). */
public record Addcoltotals(TotalsFields totals, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Addcoltotals> SYNTAX =
      CommandSyntax.named("addcoltotals", "Adds a row with the sums of the columns")
          .usage("addcoltotals [<option> ...] [<field> ...]")
          .option("labelfield", OptionSpec.Type.TEXT, "", "The field that names the row of sums")
          .option("label", OptionSpec.Type.TEXT, "Total", "What stands in that field")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Addcoltotals::bind);

  private static Addcoltotals bind(Arguments arguments) {
    var fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    return new Addcoltotals(
        new TotalsFields(fields, options.text("labelfield"), options.text("label")),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("addcoltotals");
    if (!totals.labelField().isEmpty()) {
      writer.option("labelfield", totals.labelField());
    }
    return writer.option("label", totals.label()).fields(totals.fields()).toString();
  }
}
