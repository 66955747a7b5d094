package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Makes one row of those that differ in one field only, which gets all of their values
 * (spl-semantics §6.1).
 */
public record Mvcombine(FieldName field, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Mvcombine> SYNTAX =
      CommandSyntax.named("mvcombine", "Makes one row of those that differ in one field only")
          .usage("mvcombine <field>")
          .ignoredOption(
              "delim", OptionSpec.Type.TEXT, " ", "Values stay apart until a command joins them")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Mvcombine::bind);

  private static Mvcombine bind(Arguments arguments) {
    FieldName field = OneField.take(arguments, SYNTAX.name());
    arguments.expectEnd();
    return new Mvcombine(field, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("mvcombine").word(field.name()).toString();
  }
}
