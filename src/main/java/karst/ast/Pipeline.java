package karst.ast;

import java.util.List;
import karst.source.Span;

/**
 * Commands joined by pipes: a search, or a subsearch without its brackets.
 *
 * @param commands at least one
 */
public record Pipeline(List<RawCommand> commands, Span span) implements Node {
  public Pipeline {
    commands = List.copyOf(commands);
  }
}
