package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Counts for each two items the users that have both (spl-semantics §6.2).
 *
 * @param fields that of the users and that of the items; fewer only if binding found an error
 */
public record Cofilter(List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Cofilter> SYNTAX =
      CommandSyntax.named("cofilter", "Counts for each two items the users that have both")
          .usage("cofilter <user field> <item field>")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Cofilter::bind);

  public Cofilter {
    fields = List.copyOf(fields);
  }

  private static Cofilter bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.rejectWildcards(fields, "`cofilter`");
    if (fields.size() > 2) {
      arguments.error(fields.get(2).span(), "`cofilter` takes two fields");
    }
    arguments.expectEnd();
    if (fields.size() < 2) {
      arguments.missingUnlessFaulty("two different fields");
    }
    return new Cofilter(fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("cofilter").fields(fields).toString();
  }
}
