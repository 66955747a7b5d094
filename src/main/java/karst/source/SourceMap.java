package karst.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads every character of a text back to the text that it was written in: of an expanded query to
 * the query and the macro bodies, of a macro's definition to the file that it stands in.
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
    builder.verbatim(source.text(), new Location(source, new Span(0, source.text().length())));
    return builder.build();
  }

  /** Returns the expanded text, the one that spans of syntax nodes count in. */
  public String expanded() {
    return expanded;
  }

  /** Returns the span of the whole expanded text. */
  public Span span() {
    return new Span(0, expanded.length());
  }

  /** Returns where a span of the expanded text comes from. */
  public Origin origin(Span span) {
    Segment first = segments.get(indexAt(span.start()));
    Segment last = span.length() == 0 ? first : segments.get(indexAt(span.end() - 1));
    return first == last
        ? first.origin(span)
        : first
            .origin(new Span(span.start(), first.end()))
            .to(last.origin(new Span(last.start(), span.end())));
  }

  private int indexAt(int offset) {
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
    return low;
  }

  /**
   * A run of expanded text with one origin.
   *
   * @param place the text that was copied, or that stands for it
   * @param call the macro call whose definition holds the place; null for text of the query
   */
  private record Segment(
      int start, int end, boolean verbatim, Location place, Origin.@Nullable Call call) {
    Origin origin(Span span) {
      Location exact = within(span);
      return call == null ? new Origin(exact, List.of()) : call.at(exact);
    }

    Location within(Span span) {
      if (!verbatim) {
        return place;
      }
      int limit = place.span().end();
      int from = Math.min(limit, place.span().start() + Math.max(0, span.start() - start));
      int to = Math.min(limit, place.span().start() + Math.max(0, span.end() - start));
      return new Location(place.source(), new Span(from, Math.max(from, to)));
    }
  }

  /** Builds the expanded text and its map together. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();

    /** Appends text that was copied from a place. */
    public void verbatim(String copied, Location place) {
      add(copied, 0, copied.length(), true, place, null);
    }

    /** Appends text that stands nowhere as such and leads to a place as a whole. */
    public void synthetic(String made, Origin origin) {
      List<Origin.Frame> frames = origin.frames();
      if (frames.isEmpty()) {
        add(made, 0, made.length(), false, origin.location(), null);
        return;
      }
      int inner = frames.size() - 1;
      Origin caller = new Origin(origin.location(), frames.subList(0, inner));
      Origin.Call call = new Origin.Call(frames.get(inner).macro(), caller);
      add(made, 0, made.length(), false, frames.get(inner).location(), call);
    }

    /** Appends a part of another map's text, which keeps its origins. */
    public void copy(SourceMap map, Span part) {
      addPart(map, part, null);
    }

    /** Appends a part of a macro's definition, as the text of one call of that macro. */
    public void body(SourceMap definition, Span part, Origin.Call call) {
      addPart(definition, part, call);
    }

    /** Returns the number of characters so far. */
    public int length() {
      return text.length();
    }

    /** Returns the map of everything appended; at least one piece is needed, be it empty. */
    public SourceMap build() {
      if (segments.isEmpty()) {
        throw new IllegalStateException("a source map has at least one segment");
      }
      return new SourceMap(text.toString(), segments);
    }

    private void addPart(SourceMap map, Span part, Origin.@Nullable Call call) {
      int index = map.indexAt(part.start());
      int start = part.start();
      do {
        Segment segment = map.segments.get(index++);
        int end = Math.min(part.end(), segment.end());
        Location place = segment.within(new Span(start, end));
        Origin.Call around = call == null ? segment.call() : call;
        add(map.expanded, start, end, segment.verbatim(), place, around);
        start = end;
      } while (start < part.end());
    }

    private void add(
        String from,
        int start,
        int end,
        boolean verbatim,
        Location place,
        Origin.@Nullable Call call) {
      if (start == end && !segments.isEmpty()) {
        return; // An empty piece only serves to give an empty text its origin.
      }
      int at = text.length();
      text.append(from, start, end);
      segments.add(new Segment(at, text.length(), verbatim, place, call));
    }
  }
}
