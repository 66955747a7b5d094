package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Sets a field for each key of the JSON object that a field holds (spl-semantics §6.1).
 *
 * @param prefix what stands before the key in the field's name
 */
public record Fromjson(FieldName field, String prefix, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Fromjson> SYNTAX =
      CommandSyntax.named("fromjson", "Sets a field for each key of a JSON object")
          .usage("fromjson <field> [prefix=<text>]")
          .option("prefix", OptionSpec.Type.TEXT, "", "What stands before the key in the name")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Fromjson::bind);

  private static Fromjson bind(Arguments arguments) {
    FieldName field = OneField.take(arguments, SYNTAX.name());
    arguments.expectEnd();
    return new Fromjson(field, arguments.options().text("prefix"), arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("fromjson").word(field.name()).option("prefix", prefix).toString();
  }
}
