package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Finds fields whose value tells much about that of another field (spl-semantics §6.2).
 *
 * @param supportCount how many rows have the telling value at least
 * @param supportPart which part of the rows have it at least
 * @param improvement by how much the other field's entropy is less at least
 * @param fields the fields; empty for all
 */
public record Associate(
    long supportCount, double supportPart, double improvement, List<FieldName> fields, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Associate> SYNTAX =
      CommandSyntax.named("associate", "Finds fields whose value tells much about another's")
          .usage("associate [<field> ...]")
          .option("supcnt", OptionSpec.Type.INTEGER, "100", "Least rows with the telling value")
          .option("supfreq", OptionSpec.Type.NUMBER, "0.1", "Least part of the rows with it")
          .option("improv", OptionSpec.Type.NUMBER, "0.5", "Least decrease of entropy, in bits")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Associate::bind);

  public Associate {
    fields = List.copyOf(fields);
  }

  private static Associate bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    return new Associate(
        options.integer("supcnt", 1),
        options.number("supfreq", 0, 1),
        options.number("improv", 0, Double.MAX_VALUE),
        fields,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("associate")
        .option("supcnt", supportCount)
        .option("supfreq", Numbers.format(supportPart))
        .option("improv", Numbers.format(improvement))
        .fields(fields)
        .toString();
  }
}
