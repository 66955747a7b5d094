package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Takes the difference of a field in this row and in one before (spl-semantics §6.1).
 *
 * @param field null only if binding found an error
 * @param target the field that is set
 * @param rows how many rows before
 */
public record Delta(@Nullable FieldName field, String target, int rows, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Delta> SYNTAX =
      CommandSyntax.named("delta", "Takes the difference of a field in this row and in one before")
          .usage("delta <field> [AS <name>]")
          .option("p", OptionSpec.Type.INTEGER, "1", "How many rows before")
          .bind(Delta::bind);

  private static Delta bind(Arguments arguments) {
    FieldName field = arguments.takeField("a field");
    FieldName alias = Aliases.take(arguments);
    arguments.expectEnd();
    if (field != null) {
      arguments.rejectWildcards(List.of(field), "`delta`");
    }
    String name = field == null ? "" : "delta(" + field.name() + ")";
    int rows = (int) Math.min(arguments.options().integer("p", 1), Integer.MAX_VALUE);
    return new Delta(field, alias == null ? name : alias.name(), rows, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("delta");
    return field == null
        ? writer.toString()
        : writer.word(field.name()).raw("AS").word(target).option("p", rows).toString();
  }
}
