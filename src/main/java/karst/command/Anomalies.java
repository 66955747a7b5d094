package karst.command;

import java.util.List;
import java.util.Objects;
import karst.ast.FieldName;
import karst.source.Span;
import karst.type.Numbers;

/**
 * Says how unlike a row's text is to those before it (spl-semantics §6.2).
 *
 * @param threshold what the least score of a row is that stays
 * @param labelOnly whether all rows stay
 * @param normalize whether all digits count as one
 * @param window to how many rows before a row is compared
 * @param field where the text is
 * @param by rows are compared with those that agree in these fields
 */
public record Anomalies(
    double threshold,
    boolean labelOnly,
    boolean normalize,
    long window,
    FieldName field,
    List<FieldName> by,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Anomalies> SYNTAX =
      CommandSyntax.named("anomalies", "Says how unlike a row's text is to those before it")
          .usage("anomalies [BY <field> ...]")
          .option(
              "threshold", OptionSpec.Type.NUMBER, "0.01", "The least score of a row that stays")
          .option("labelonly", OptionSpec.Type.BOOLEAN, "false", "Keep all rows")
          .option("normalize", OptionSpec.Type.BOOLEAN, "true", "Take all digits for the same")
          .option(
              "maxvalues", OptionSpec.Type.INTEGER, "100", "To how many rows before it is compared")
          .option("field", OptionSpec.Type.FIELD, "_raw", "The field with the text")
          .bind(Anomalies::bind);

  public Anomalies {
    by = List.copyOf(by);
  }

  private static Anomalies bind(Arguments arguments) {
    List<FieldName> by = List.of();
    if (arguments.takeKeyword("by")) {
      by = arguments.takeFields();
      if (by.isEmpty()) {
        arguments.missingUnlessFaulty("a field after `BY`");
      }
      arguments.rejectWildcards(by, "`BY`");
    }
    arguments.expectEnd();
    Options options = arguments.options();
    FieldName field = options.field("field");
    return new Anomalies(
        options.number("threshold", 0, 1),
        options.bool("labelonly"),
        options.bool("normalize"),
        options.integer("maxvalues", 1),
        Objects.requireNonNullElseGet(field, () -> new FieldName("_raw", arguments.span())),
        by,
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("anomalies")
        .option("threshold", Numbers.format(threshold))
        .option("labelonly", labelOnly)
        .option("normalize", normalize)
        .option("maxvalues", window)
        .option("field", field.name())
        .by(by)
        .toString();
  }
}
