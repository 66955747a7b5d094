package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Makes a row of each field that says which values it has (spl-semantics §6.2).
 *
 * @param fields names and patterns; empty for all that are not internal
 * @param maxValues the most values that are listed of a field
 */
public record Fieldsummary(List<FieldName> fields, long maxValues, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Fieldsummary> SYNTAX =
      CommandSyntax.named("fieldsummary", "Makes a row of each field that says what it holds")
          .usage("fieldsummary [maxvals=<count>] [<field> ...]")
          .option(
              "maxvals",
              OptionSpec.Type.INTEGER,
              "100",
              "The most values that are listed of a field")
          .fields(FieldTrait.DROPS_OTHERS, FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Fieldsummary::bind);

  public Fieldsummary {
    fields = List.copyOf(fields);
  }

  private static Fieldsummary bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    return new Fieldsummary(fields, arguments.options().integer("maxvals", 0), arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("fieldsummary").option("maxvals", maxValues).fields(fields).toString();
  }
}
