package karst.command;

import karst.source.Span;

/**
 * A bound command: an immutable record whose options are valid and whose defaults are filled in.
 */
public interface Command {
  /** Returns where the whole command stands in the expanded text. */
  Span span();

  /** Returns the command as canonical SPL, every option written out. */
  String toSpl();
}
