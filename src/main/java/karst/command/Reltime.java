package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

/**
 * Says how long ago a time is (spl-semantics §6.2).
 *
 * @param field the time
 * @param prefix what stands before {@code reltime} in the name of the field that is set
 */
public record Reltime(FieldName field, String prefix, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Reltime> SYNTAX =
      CommandSyntax.named("reltime", "Says in words how long ago a time is")
          .usage("reltime")
          .option("timefield", OptionSpec.Type.FIELD, "_time", "The field with the time")
          .option(
              "prefix",
              OptionSpec.Type.TEXT,
              "",
              "What stands before reltime in the name of the field that is set")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Reltime::bind);

  private static Reltime bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    Span place = options.has("timefield") ? options.span("timefield") : arguments.span();
    return new Reltime(
        new FieldName(options.text("timefield"), place), options.text("prefix"), arguments.span());
  }

  /** Returns the name of the field that is set. */
  public String output() {
    return prefix + "reltime";
  }

  @Override
  public String toSpl() {
    return new SplWriter("reltime")
        .option("timefield", field.name())
        .option("prefix", prefix)
        .toString();
  }
}
