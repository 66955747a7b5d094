package karst.ast;

import karst.source.Span;

/**
 * A value in a search term.
 *
 * @param text without quotes, escapes undone; every {@code *} is a wildcard, in quotes too
 * @param quoted whether it stood in quotes
 * @param form what was written around it
 */
public record SearchValue(String text, boolean quoted, Form form, Span span) implements Node {
  /** What stands around a value. */
  public enum Form {
    /** Nothing: case is free. */
    PLAIN,
    /** {@code CASE(...)}: case counts. */
    CASE,
    /** {@code TERM(...)}: a whole token of the index. */
    TERM
  }
}
