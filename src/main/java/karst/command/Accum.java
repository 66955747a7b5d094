package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a field row by row (spl-semantics §6.1).
 *
 * @param field null only if binding found an error
 * @param target the field that is set
 */
public record Accum(@Nullable FieldName field, String target, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Accum> SYNTAX =
      CommandSyntax.named("accum", "Sums up a field row by row")
          .usage("accum <field> [AS <name>]")
          .bind(Accum::bind);

  private static Accum bind(Arguments arguments) {
    FieldName field = arguments.takeField("a field");
    FieldName alias = Aliases.take(arguments);
    arguments.expectEnd();
    if (field != null) {
      arguments.rejectWildcards(List.of(field), "`accum`");
    }
    String name = field == null ? "" : field.name();
    return new Accum(field, alias == null ? name : alias.name(), arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("accum");
    return field == null
        ? writer.toString()
        : writer.word(field.name()).raw("AS").word(target).toString();
  }
}
