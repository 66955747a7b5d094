package karst.source;

/**
 * A place in a text that somebody wrote.
 *
 * @param source the text
 * @param span where in it
 */
public record Location(SourceText source, Span span) {
  /** Returns the line of the first character, counted from 1. */
  public int line() {
    return source.line(span.start());
  }

  /** Returns the column of the first character, counted from 1. */
  public int column() {
    return source.column(span.start());
  }

  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
