package karst.command;

import karst.source.Span;

/** Turns settings of a Splunk server on or off; here rows pass as they are. */
public record Noop(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Noop> SYNTAX =
      CommandSyntax.named("noop", "Turns settings of a server on or off; here rows pass")
          .usage("noop")
          .tolerateUnknownOptions()
          .ignoredOption(
              "search_optimization",
              OptionSpec.Type.BOOLEAN,
              "true",
              "a search gives the same rows with and without")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Noop::bind);

  private static Noop bind(Arguments arguments) {
    arguments.expectEnd();
    WithoutEffect.note(arguments, SYNTAX.name(), "there are no settings of a server");
    return new Noop(arguments.span());
  }

  @Override
  public String toSpl() {
    return "noop";
  }
}
