package karst.command;

import karst.source.Span;

/** Turns the order of the rows around (spl-semantics §6.1). */
public record Reverse(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Reverse> SYNTAX =
      CommandSyntax.named("reverse", "Turns the order of the rows around")
          .usage("reverse")
          .bind(Reverse::bind);

  private static Reverse bind(Arguments arguments) {
    arguments.expectEnd();
    return new Reverse(arguments.span());
  }

  @Override
  public String toSpl() {
    return "reverse";
  }
}
