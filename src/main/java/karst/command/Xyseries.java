package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns of the values of a field (spl-semantics §6.1).
 *
 * @param fields the field that makes rows, the one that makes columns, and those with the values;
 *     fewer than three only if binding found an error
 * @param separator what stands between value field and column in a name
 * @param format the name of a column, with {@code $AGG$} and {@code $VAL$}; null for the usual one
 * @param grouped whether rows that belong together stand side by side, and others do not count
 */
public record Xyseries(
    List<FieldName> fields, String separator, @Nullable String format, boolean grouped, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Xyseries> SYNTAX =
      CommandSyntax.named("xyseries", "Makes columns of the values of a field")
          .alias("maketable")
          .usage("xyseries <row field> <column field> <value field> ...")
          .option(
              "sep",
              OptionSpec.Type.TEXT,
              ": ",
              "What stands between value field and column in a name")
          .option(
              "format",
              OptionSpec.Type.TEXT,
              "",
              "The name of a column, with $AGG$ for the value field and $VAL$ for the column")
          .option(
              "grouped",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Rows of one value stand side by side; begin anew whenever it changes")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Xyseries::bind);

  public Xyseries {
    fields = List.copyOf(fields);
  }

  private static Xyseries bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    arguments.rejectWildcards(fields, "`xyseries`");
    if (fields.size() < 3) {
      arguments.missingUnlessFaulty("three different fields");
    }
    Options options = arguments.options();
    return new Xyseries(
        fields,
        options.text("sep"),
        options.textOrNull("format"),
        options.bool("grouped"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("xyseries").option("grouped", grouped).option("sep", separator);
    if (format != null) {
      writer.option("format", format);
    }
    return writer.fields(fields).toString();
  }
}
