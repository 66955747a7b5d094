package karst.command;

import karst.source.Span;

/** Keeps the most frequent combinations of values (spl-semantics §6.1). */
public record Top(Frequency frequency, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Top> SYNTAX =
      Frequency.syntax("top", "Keeps the most frequent values of some fields, with counts")
          .bind(arguments -> new Top(Frequency.take(arguments), arguments.span()));

  @Override
  public String toSpl() {
    return frequency.toSpl("top");
  }
}
