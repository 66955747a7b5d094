package karst.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Copies the values that a field has in rows before (spl-semantics §6.1).
 *
 * @param field null only if binding found an error
 * @param alias the field that is set; null for the field's name and the number of rows
 * @param from how many rows before at least
 * @param to how many rows before at most
 */
public record Autoregress(
    @Nullable FieldName field, @Nullable String alias, int from, int to, Span span)
    implements Command {
  private static final Pattern ROWS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  /** How the command is written. */
  public static final CommandSyntax<Autoregress> SYNTAX =
      CommandSyntax.named("autoregress", "Copies the values that a field has in rows before")
          .usage("autoregress <field> [AS <name>]")
          .option("p", OptionSpec.Type.TEXT, "1", "How many rows before: a number, or from-to")
          .bind(Autoregress::bind);

  private static Autoregress bind(Arguments arguments) {
    FieldName field = arguments.takeField("a field");
    FieldName alias = Aliases.take(arguments);
    arguments.expectEnd();
    if (field != null) {
      arguments.rejectWildcards(List.of(field), "`autoregress`");
    }
    Options options = arguments.options();
    Matcher rows = ROWS.matcher(options.text("p"));
    int from = rows.matches() ? Integer.parseInt(rows.group(1)) : 0;
    int to = from > 0 && rows.group(2) != null ? Integer.parseInt(rows.group(2)) : from;
    if (from < 1 || to < from) {
      options.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`p` cannot be `" + options.text("p") + "`")
              .label("expected a number of rows such as 1, or two such as 1-3"),
          options.span("p"));
      from = 1;
      to = 1;
    }
    if (alias != null && to > from) {
      arguments.error(alias.span(), "one name cannot stand for several fields");
    }
    return new Autoregress(field, alias == null ? null : alias.name(), from, to, arguments.span());
  }

  /** Returns the name of the copy from a number of rows before. */
  public String target(int rows) {
    if (alias != null) {
      return alias;
    }
    return (field == null ? "" : field.name()) + "_p" + rows;
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("autoregress");
    if (field != null) {
      writer.word(field.name());
    }
    if (alias != null) {
      writer.raw("AS").word(alias);
    }
    return writer.option("p", from == to ? "" + from : from + "-" + to).toString();
  }
}
