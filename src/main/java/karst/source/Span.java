package karst.source;

/**
 * A half-open range of UTF-16 offsets into one text.
 *
 * <p>Spans of syntax nodes count in the <em>expanded</em> text; {@link SourceMap} leads back to
 * what the user wrote.
 *
 * @param start offset of the first character
 * @param end offset after the last character, at least {@code start}
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("bad span " + start + ".." + end);
    }
  }

  /** Returns an empty span at an offset. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** Returns the smallest span that holds this one and another. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Returns the number of characters. */
  public int length() {
    return end - start;
  }

  /** Returns the part of a text that this span covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Returns this span moved to the right. */
  public Span shift(int distance) {
    return new Span(start + distance, end + distance);
  }
}
