package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Makes a row of each cell of a table (spl-semantics §6.1).
 *
 * @param fields the field that stays, that of the columns' names, and that of the values; fewer
 *     only if binding found an error
 */
public record Untable(List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Untable> SYNTAX =
      CommandSyntax.named("untable", "Makes a row of each cell of a table")
          .usage("untable <field> <name field> <value field>")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Untable::bind);

  public Untable {
    fields = List.copyOf(fields);
  }

  private static Untable bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    arguments.rejectWildcards(fields, "`untable`");
    if (fields.size() < 3) {
      arguments.missingUnlessFaulty("three different fields");
    } else if (fields.size() > 3) {
      arguments.error(fields.get(3).span(), "`untable` takes three fields");
    }
    return new Untable(fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("untable").fields(fields).toString();
  }
}
