package karst.command;

import karst.source.Span;

/** Adds fields about the search itself (spl-semantics §6.1). */
public record Addinfo(Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Addinfo> SYNTAX =
      CommandSyntax.named("addinfo", "Adds fields about the search itself")
          .usage("addinfo")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Addinfo::bind);

  private static Addinfo bind(Arguments arguments) {
    arguments.expectEnd();
    return new Addinfo(arguments.span());
  }

  @Override
  public String toSpl() {
    return "addinfo";
  }
}
