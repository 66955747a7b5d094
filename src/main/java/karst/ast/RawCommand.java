package karst.ast;

import java.util.List;
import karst.source.Span;

/**
 * A command as it was written, before its arguments are understood.
 *
 * @param name the command's name in lower case; {@code search} where the word was left out
 * @param nameSpan where the name stands; empty where it was left out
 * @param arguments everything after the name, commas included
 */
public record RawCommand(String name, Span nameSpan, List<Argument> arguments, Span span)
    implements Node {
  public RawCommand {
    arguments = List.copyOf(arguments);
  }
}
