package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Puts the last value above in place of null (spl-semantics §6.1).
 *
 * @param fields perhaps patterns; empty for all but internal fields
 */
public record Filldown(List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Filldown> SYNTAX =
      CommandSyntax.named("filldown", "Puts the last value above in place of null")
          .usage("filldown [<field> ...]")
          .bind(Filldown::bind);

  public Filldown {
    fields = List.copyOf(fields);
  }

  private static Filldown bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    return new Filldown(fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("filldown").fields(fields).toString();
  }
}
