package karst.command;

import karst.source.Span;

/** Puts characters in place of the references that XML has for them (spl-semantics §6.2). */
public record Xmlunescape(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Xmlunescape> SYNTAX =
      CommandSyntax.named("xmlunescape", "Puts characters in place of XML's references to them")
          .usage("xmlunescape")
          .ignoredOption(
              "maxinputs", OptionSpec.Type.INTEGER, "50000", "all rows are taken at once")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Xmlunescape::bind);

  private static Xmlunescape bind(Arguments arguments) {
    arguments.expectEnd();
    return new Xmlunescape(arguments.span());
  }

  @Override
  public String toSpl() {
    return "xmlunescape";
  }
}
