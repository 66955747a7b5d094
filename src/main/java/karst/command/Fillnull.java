package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Replaces null by a text (spl-semantics §6.1).
 *
 * @param fields the fields to fill, which are made where they do not exist; empty for all those
 *     that some row has
 */
public record Fillnull(String value, List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Fillnull> SYNTAX =
      CommandSyntax.named("fillnull", "Replaces null by a text")
          .usage("fillnull [value=<text>] [<field> ...]")
          .option("value", OptionSpec.Type.TEXT, "0", "What takes the place of null")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Fillnull::bind);

  public Fillnull {
    fields = List.copyOf(fields);
  }

  private static Fillnull bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.rejectWildcards(fields, "`fillnull`");
    arguments.expectEnd();
    return new Fillnull(arguments.options().text("value"), fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("fillnull").option("value", value).fields(fields).toString();
  }
}
