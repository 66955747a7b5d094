package karst.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Leads every character of an expanded text back to the text that it was written in.
 *
 * <p>A map is a list of segments in order of the expanded text. A <em>verbatim</em> segment was
 * copied: offsets inside it move along with the original. Any other segment (a comment that became
 * a space, an evaluated macro) leads to its origin as a whole.
 */
public final class SourceMap {
  private final String expanded;
  private final List<Segment> segments;

  private SourceMap(String expanded, List<Segment> segments) {
    this.expanded = expanded;
    this.segments = List.copyOf(segments);
  }

  /** Returns the map of a text in which nothing was expanded. */
  public static SourceMap identity(SourceText source) {
    Builder builder = new Builder();
    builder.verbatim(
        source.text(), new Location(source, new Span(0, source.text().length())), List.of());
    return builder.build();
  }

  /** Returns the expanded text, the one that spans of syntax nodes count in. */
  public String expanded() {
    return expanded;
  }

  /** Returns where a span of the expanded text comes from. */
  public Origin origin(Span span) {
    if (segments.isEmpty()) {
      throw new IllegalStateException("a source map has at least one segment");
    }
    Segment first = segmentAt(span.start());
    Segment last = span.length() == 0 ? first : segmentAt(span.end() - 1);
    if (first == last) {
      return first.origin(span);
    }
    Origin start = first.origin(new Span(span.start(), first.end()));
    Origin end = last.origin(new Span(last.start(), span.end()));
    // Both ends are places in the user's text: the calls, where a side was expanded.
    Location from = start.location();
    Location to = end.location();
    if (from.source() != to.source()) {
      return start;
    }
    return new Origin(new Location(from.source(), from.span().to(to.span())), List.of());
  }

  private Segment segmentAt(int offset) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offset >= segments.get(middle).end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return segments.get(low);
  }

  /** A run of expanded text with one origin. */
  private record Segment(
      int start, int end, boolean verbatim, Location location, List<Origin.Frame> frames) {
    Origin origin(Span span) {
      if (!verbatim) {
        return new Origin(location, frames);
      }
      if (frames.isEmpty()) {
        return new Origin(within(location, span), frames);
      }
      // The call stays where the user wrote it; the innermost frame shows the text itself.
      List<Origin.Frame> exact = new ArrayList<>(frames);
      Origin.Frame inner = exact.remove(exact.size() - 1);
      exact.add(new Origin.Frame(inner.macro(), within(inner.location(), span)));
      return new Origin(location, exact);
    }

    private Location within(Location whole, Span span) {
      int limit = whole.span().end();
      int from = Math.min(limit, whole.span().start() + Math.max(0, span.start() - start));
      int to = Math.min(limit, whole.span().start() + Math.max(0, span.end() - start));
      return new Location(whole.source(), new Span(from, Math.max(from, to)));
    }
  }

  /** Builds the expanded text and its map together. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();

    /**
     * Appends text that was copied from a place.
     *
     * @param copied the text
     * @param location for query text, its place there; for text of a macro body, the place of the
     *     outermost call in the query
     * @param frames the macro bodies around it, outermost first; the last one's location is the
     *     place of {@code copied}
     */
    public void verbatim(String copied, Location location, List<Origin.Frame> frames) {
      add(copied, true, location, frames);
    }

    /** Appends text that stands nowhere as such and leads to a place as a whole. */
    public void synthetic(String made, Location location, List<Origin.Frame> frames) {
      add(made, false, location, frames);
    }

    /** Returns the number of characters so far. */
    public int length() {
      return text.length();
    }

    private void add(String piece, boolean verbatim, Location location, List<Origin.Frame> frames) {
      int start = text.length();
      text.append(piece);
      if (!piece.isEmpty() || segments.isEmpty()) {
        segments.add(new Segment(start, text.length(), verbatim, location, List.copyOf(frames)));
      }
    }

    /** Returns the map of everything appended; at least one piece is needed. */
    public SourceMap build() {
      return new SourceMap(text.toString(), segments);
    }
  }
}
