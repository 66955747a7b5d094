package karst.command;

import karst.source.Span;

/** Ends the search with an error if there are no rows (spl-semantics §6.2). */
public record Require(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Require> SYNTAX =
      CommandSyntax.named("require", "Ends the search with an error if there are no rows")
          .usage("require")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Require::bind);

  private static Require bind(Arguments arguments) {
    arguments.expectEnd();
    return new Require(arguments.span());
  }

  @Override
  public String toSpl() {
    return "require";
  }
}
