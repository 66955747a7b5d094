package karst.command;

import karst.source.Span;

/**
 * Makes columns of rows and rows of columns (spl-semantics §6.1).
 *
 * @param rows how many rows become columns; 0 for all
 * @param columnName the column that the fields' names go to
 * @param headerField the field whose values name the columns; empty for row 1, row 2, ...
 * @param includeEmpty whether fields without values become rows, too
 */
public record Transpose(
    long rows, String columnName, String headerField, boolean includeEmpty, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Transpose> SYNTAX =
      CommandSyntax.named("transpose", "Makes columns of rows and rows of columns")
          .usage("transpose [<count>]")
          .option(
              "int",
              OptionSpec.Type.INTEGER,
              "5",
              "How many rows become columns, the same as <count>; 0 for all")
          .option("column_name", OptionSpec.Type.TEXT, "column", "The column of the fields' names")
          .option(
              "header_field", OptionSpec.Type.TEXT, "", "The field whose values name the columns")
          .option(
              "include_empty",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Make rows of fields without values, too")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Transpose::bind);

  /** Checks the number of rows. */
  public Transpose {
    if (rows < 0) {
      throw new IllegalArgumentException("negative number of rows " + rows);
    }
  }

  private static Transpose bind(Arguments arguments) {
    long rows = arguments.count("int", 0);
    arguments.expectEnd();
    Options options = arguments.options();
    return new Transpose(
        rows,
        options.text("column_name"),
        options.text("header_field"),
        options.bool("include_empty"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("transpose").option("int", rows).option("column_name", columnName);
    if (!headerField.isEmpty()) {
      writer.option("header_field", headerField);
    }
    return writer.option("include_empty", includeEmpty).toString();
  }
}
