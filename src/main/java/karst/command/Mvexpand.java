package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Makes a row for each value of a field (spl-semantics §6.1).
 *
 * @param limit how many values of a row make a row, the first ones; 0 for all
 */
public record Mvexpand(FieldName field, long limit, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Mvexpand> SYNTAX =
      CommandSyntax.named("mvexpand", "Makes a row for each value of a field")
          .usage("mvexpand <field> [limit=<count>]")
          .option(
              "limit",
              OptionSpec.Type.INTEGER,
              "0",
              "How many values of a row make a row, the first ones; 0 for all")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Mvexpand::bind);

  private static Mvexpand bind(Arguments arguments) {
    FieldName field = OneField.take(arguments, SYNTAX.name());
    if (field.name().startsWith("_")) {
      arguments.error(
          field.span(),
          "`mvexpand` does not work on internal fields",
          "copy the field first: `eval copy='" + field.name() + "'`");
    }
    arguments.expectEnd();
    return new Mvexpand(field, arguments.options().integer("limit", 0), arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("mvexpand").word(field.name()).option("limit", limit).toString();
  }
}
