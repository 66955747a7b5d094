package karst.command;

import karst.source.Span;

/**
 * Copies the text of an event into the field {@code _xml} (spl-semantics §6.2).
 *
 * @param escapes whether what XML has a meaning for is written as references
 */
public record Outputtext(boolean escapes, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Outputtext> SYNTAX =
      CommandSyntax.named("outputtext", "Copies the text of an event into the field _xml")
          .usage("outputtext [usexml=<bool>]")
          .option(
              "usexml",
              OptionSpec.Type.BOOLEAN,
              "true",
              "Write characters that XML has a meaning for as references")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Outputtext::bind);

  private static Outputtext bind(Arguments arguments) {
    arguments.expectEnd();
    return new Outputtext(arguments.options().bool("usexml"), arguments.span());
  }

  @Override
  public String toSpl() {
    return new SplWriter("outputtext").option("usexml", escapes).toString();
  }
}
