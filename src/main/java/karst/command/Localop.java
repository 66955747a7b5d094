package karst.command;

import karst.source.Span;

/** Keeps what follows off remote servers; here all runs in one place (spl-semantics §6.2). */
public record Localop(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Localop> SYNTAX =
      CommandSyntax.named("localop", "Keeps what follows off remote servers; here rows pass")
          .usage("localop")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Localop::bind);

  private static Localop bind(Arguments arguments) {
    arguments.expectEnd();
    WithoutEffect.note(arguments, SYNTAX.name(), "the search runs in one place");
    return new Localop(arguments.span());
  }

  @Override
  public String toSpl() {
    return "localop";
  }
}
