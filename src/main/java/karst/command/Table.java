package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Keeps exactly the listed fields, in their order (spl-semantics §6.1).
 *
 * @param fields perhaps patterns; at least one, if binding found no error
 */
public record Table(List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Table> SYNTAX =
      CommandSyntax.named("table", "Keeps exactly the listed fields, in their order")
          .usage("table <field> [, <field>]...")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Table::bind);

  public Table {
    fields = List.copyOf(fields);
  }

  private static Table bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    arguments.expectEnd();
    return new Table(fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("table").fields(fields).toString();
  }
}
