package karst.command;

import java.util.List;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Cuts off numbers far from the middle ones, or drops the rows with such numbers (spl-semantics
 * §6.2).
 *
 * @param remove whether rows are dropped, and numbers not cut off
 * @param factor how many interquartile ranges beyond the quartiles the bounds are
 * @param lower whether there is a lower bound too
 * @param mark whether numbers that were cut off begin with {@code 000}
 * @param fields which numbers; empty for all fields
 */
public record Outlier(
    boolean remove, double factor, boolean lower, boolean mark, List<FieldName> fields, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Outlier> SYNTAX =
      CommandSyntax.named(
              "outlier", "Cuts off numbers far from the middle ones, or drops their rows")
          .usage("outlier [<field> ...]")
          .choice(
              "action",
              List.of("remove", "rm", "transform", "tf"),
              "transform",
              "Cut off the numbers, or remove their rows")
          .choice("type", List.of("iqr"), "iqr", "How far is far: by the interquartile range")
          .option(
              "param",
              OptionSpec.Type.NUMBER,
              "2.5",
              "How many interquartile ranges beyond the quartiles the bounds are")
          .option("uselower", OptionSpec.Type.BOOLEAN, "false", "Mind the lower bound too")
          .option(
              "mark", OptionSpec.Type.BOOLEAN, "false", "Put 000 before numbers that are cut off")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Outlier::bind);

  public Outlier {
    fields = List.copyOf(fields);
  }

  private static Outlier bind(Arguments arguments) {
    List<FieldName> fields = arguments.takeFields();
    arguments.expectEnd();
    Options options = arguments.options();
    options.choice("type");
    return new Outlier(
        options.choice("action").startsWith("r"),
        options.number("param", 0, Double.MAX_VALUE),
        options.bool("uselower"),
        options.bool("mark"),
        fields,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("outlier")
        .option("action", remove ? "remove" : "transform")
        .option("param", Numbers.format(factor))
        .option("uselower", lower)
        .option("mark", mark)
        .fields(fields)
        .toString();
  }
}
