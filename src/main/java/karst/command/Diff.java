package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Shows how a field of one row differs from that of another (spl-semantics §6.2).
 *
 * @param first the number of the one row, counted from 1
 * @param second the number of the other
 * @param field what is compared
 * @param named whether the sources of the rows are shown
 * @param context whether the form is that of two parts for each change, rather than the unified one
 * @param maxLength no more characters are compared; 0 for all
 */
public record Diff(
    long first,
    long second,
    FieldName field,
    boolean named,
    boolean context,
    long maxLength,
    Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Diff> SYNTAX =
      CommandSyntax.named("diff", "Shows how one row differs from another")
          .usage("diff")
          .option("position1", OptionSpec.Type.INTEGER, "1", "The number of the one row")
          .option("position2", OptionSpec.Type.INTEGER, "2", "The number of the other row")
          .option("attribute", OptionSpec.Type.FIELD, "_raw", "The field that is compared")
          .option("diffheader", OptionSpec.Type.BOOLEAN, "false", "Show the rows' sources")
          .option(
              "context", OptionSpec.Type.BOOLEAN, "false", "Show old and new lines in two parts")
          .option(
              "maxlen",
              OptionSpec.Type.INTEGER,
              "100000",
              "No more characters are compared; 0 for all")
          .fields(FieldTrait.DROPS_OTHERS)
          .bind(Diff::bind);

  private static Diff bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    Span place = options.has("attribute") ? options.span("attribute") : arguments.span();
    return new Diff(
        options.integer("position1", 1),
        options.integer("position2", 1),
        new FieldName(options.text("attribute"), place),
        options.bool("diffheader"),
        options.bool("context"),
        options.integer("maxlen", 0),
        arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("diff")
        .option("position1", first)
        .option("position2", second)
        .option("attribute", field.name())
        .option("diffheader", named)
        .option("context", context)
        .option("maxlen", maxLength)
        .toString();
  }
}
