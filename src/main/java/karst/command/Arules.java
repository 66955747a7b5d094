package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Finds rules of the kind "rows with these values have those, too" (spl-semantics §6.2).
 *
 * @param support how many rows have all of a rule's values at least
 * @param confidence in which part of the rows with the first ones a rule holds at least
 * @param fields at least two, if binding found no error
 */
public record Arules(long support, double confidence, List<FieldName> fields, Span span)
    implements Command {
  /** The rules of so many fields are tried: every part of each combination. */
  private static final int MOST_FIELDS = 10;

  /** How the command is written. */
  public static final CommandSyntax<Arules> SYNTAX =
      CommandSyntax.named("arules", "Finds values that imply values of other fields")
          .usage("arules <field> <field> ...")
          .option("sup", OptionSpec.Type.INTEGER, "3", "Least rows with all values of a rule")
          .option(
              "conf",
              OptionSpec.Type.NUMBER,
              "0.5",
              "Least part of the rows for which a rule holds")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Arules::bind);

  public Arules {
    fields = List.copyOf(fields);
  }

  private static Arules bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.rejectWildcards(fields, "`arules`");
    arguments.expectEnd();
    if (fields.size() < 2) {
      arguments.missingUnlessFaulty("two different fields");
    } else if (fields.size() > MOST_FIELDS) {
      arguments.error(fields.get(MOST_FIELDS).span(), "`arules` takes ten fields at most");
    }
    Options options = arguments.options();
    return new Arules(
        options.integer("sup", 1), options.number("conf", 0, 1), fields, arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("arules")
        .option("sup", support)
        .option("conf", Numbers.format(confidence))
        .fields(fields)
        .toString();
  }
}
