package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/** Joins the values of a field into one text of several lines (spl-semantics §6.1). */
public record Nomv(FieldName field, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Nomv> SYNTAX =
      CommandSyntax.named("nomv", "Joins the values of a field into one text")
          .usage("nomv <field>")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Nomv::bind);

  private static Nomv bind(Arguments arguments) {
    FieldName field = OneField.take(arguments, SYNTAX.name());
    arguments.expectEnd();
    return new Nomv(field, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("nomv").word(field.name()).toString();
  }
}
