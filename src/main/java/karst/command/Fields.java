package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;

/**
 * Keeps fields, or removes them (spl-semantics §6.1). Keeping leaves internal fields in place.
 *
 * @param mode what happens to the listed fields
 * @param fields in the order in which they are listed, perhaps patterns; at least one, if binding
 *     found no error
 */
public record Fields(Mode mode, List<FieldName> fields, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Fields> SYNTAX =
      CommandSyntax.named("fields", "Keeps or removes fields")
          .usage("fields [+|-] <field> [, <field>]...")
          .fields(FieldTrait.DROPS_OTHERS, FieldTrait.ROW_BY_ROW)
          .bind(Fields::bind);

  public Fields {
    fields = List.copyOf(fields);
  }

  /** What happens to the listed fields. */
  public enum Mode {
    /** They are kept, and so are internal fields. */
    KEEP("+"),
    /** They are removed. */
    REMOVE("-");

    private final String sign;

    Mode(String sign) {
      this.sign = sign;
    }
  }

  private static Fields bind(Arguments arguments) {
    Mode mode = arguments.takeSign() == Sign.MINUS ? Mode.REMOVE : Mode.KEEP;
    List<FieldName> fields = arguments.takeFields();
    for (FieldName field : fields) {
      if (arguments.sourceText(field.span()).matches("[+-].*")) {
        arguments.error(
            field.span(),
            "the sign stands once, before the first field",
            "write the fields to remove in a command of their own");
      }
    }
    if (fields.isEmpty()) {
      arguments.missingUnlessFaulty("a field");
    }
    arguments.expectEnd();
    return new Fields(mode, fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("fields").raw(mode.sign).fields(fields).toString();
  }
}
