package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Adds fields that say where an IP address is (spl-semantics §6.1).
 *
 * @param field the field with the address
 * @param prefix what stands before the names of the fields
 * @param allFields whether continent, metro code and time zone are added as well
 * @param language of names
 */
public record Iplocation(
    FieldName field, String prefix, boolean allFields, String language, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Iplocation> SYNTAX =
      CommandSyntax.named("iplocation", "Adds fields that say where an IP address is")
          .usage("iplocation <field>")
          .option("prefix", OptionSpec.Type.TEXT, "", "What stands before the names of the fields")
          .option(
              "allfields",
              OptionSpec.Type.BOOLEAN,
              "false",
              "Add Continent, MetroCode and Timezone, too")
          .option("lang", OptionSpec.Type.TEXT, "en", "The language of names")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Iplocation::bind);

  private static Iplocation bind(Arguments arguments) {
    FieldName field = OneField.take(arguments, SYNTAX.name());
    arguments.expectEnd();
    Options options = arguments.options();
    return new Iplocation(
        field,
        options.text("prefix"),
        options.bool("allfields"),
        options.text("lang"),
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("iplocation")
        .option("prefix", prefix)
        .option("allfields", allFields)
        .option("lang", language)
        .word(field.name())
        .toString();
  }
}
