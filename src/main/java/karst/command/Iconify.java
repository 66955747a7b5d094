package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Shows an icon for each value on a page of Splunk; here rows pass as they are (spl-semantics
 * §6.2).
 *
 * @param fields whose values would get icons
 */
public record Iconify(List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Iconify> SYNTAX =
      CommandSyntax.named("iconify", "Shows icons on a page of Splunk; here rows pass")
          .usage("iconify <field> ...")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Iconify::bind);

  public Iconify {
    fields = List.copyOf(fields);
  }

  private static Iconify bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    WithoutEffect.note(arguments, SYNTAX.name(), "rows are printed without icons");
    return new Iconify(fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("iconify").fields(fields).toString();
  }
}
