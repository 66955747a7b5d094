package karst.ast;

import karst.source.Span;

/**
 * A field that a command or term names.
 *
 * @param name without quotes; may hold {@code *} where the command takes wildcards
 */
public record FieldName(String name, Span span) implements Node {
  /** Returns whether the name is a pattern. */
  public boolean hasWildcard() {
    return name.indexOf('*') >= 0;
  }
}
