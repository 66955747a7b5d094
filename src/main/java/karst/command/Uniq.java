package karst.command;

import karst.source.Span;

/** Drops each row that is the same as the row before (spl-semantics §6.2). */
public record Uniq(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Uniq> SYNTAX =
      CommandSyntax.named("uniq", "Drops each row that is the same as the row before")
          .usage("uniq")
          .fields(FieldTrait.TAKES_ALL)
          .bind(Uniq::bind);

  private static Uniq bind(Arguments arguments) {
    arguments.expectEnd();
    return new Uniq(arguments.span());
  }

  @Override
  public String toSpl() {
    return "uniq";
  }
}
