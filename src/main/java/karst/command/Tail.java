package karst.command;

import karst.source.Span;

/**
 * Keeps the last rows, last row first (spl-semantics §6.1).
 *
 * @param count the most rows to keep
 */
public record Tail(long count, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Tail> SYNTAX =
      CommandSyntax.named("tail", "Keeps the last rows, last row first")
          .usage("tail [<count>]")
          .option(
              "limit", OptionSpec.Type.INTEGER, "10", "Number of rows to keep, the same as <count>")
          .bind(Tail::bind);

  private static Tail bind(Arguments arguments) {
    long count = arguments.count("limit", 0);
    arguments.expectEnd();
    return new Tail(count, arguments.span());
  }

  @Override
  public String toSpl() {
    return "tail " + count;
  }
}
