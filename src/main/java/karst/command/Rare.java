package karst.command;

import karst.source.Span;

/** Keeps the least frequent combinations of values (spl-semantics §6.1). */
public record Rare(Frequency frequency, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Rare> SYNTAX =
      Frequency.syntax("rare", "Keeps the least frequent values of some fields, with counts")
          .bind(arguments -> new Rare(Frequency.take(arguments), arguments.span()));

  @Override
  public String toSpl() {
    return frequency.toSpl("rare");
  }
}
