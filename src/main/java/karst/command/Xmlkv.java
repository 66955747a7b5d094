package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Sets a field for each XML element that holds nothing but text (spl-semantics §6.2).
 *
 * @param field the field with the XML
 */
public record Xmlkv(FieldName field, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Xmlkv> SYNTAX =
      CommandSyntax.named("xmlkv", "Sets a field for each XML element that holds a text")
          .usage("xmlkv [<field>]")
          .option("field", OptionSpec.Type.FIELD, "_raw", "The field with the XML, as <field>")
          .ignoredOption(
              "maxinputs", OptionSpec.Type.INTEGER, "50000", "all rows are taken at once")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Xmlkv::bind);

  private static Xmlkv bind(Arguments arguments) {
    return new Xmlkv(OneField.takeOr(arguments, "field", SYNTAX.name()), arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("xmlkv").word(field.name()).toString();
  }
}
