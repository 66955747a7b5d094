package karst.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceMapTest {
  private static final SourceText QUERY = SourceText.of("q", "one two three");
  private static final SourceText BODY = SourceText.of("m", "alpha beta");

  private static Location place(SourceText source, String word) {
    int start = source.text().indexOf(word);
    return new Location(source, new Span(start, start + word.length()));
  }

  private static String placeOf(SourceMap map, String word) {
    int start = map.expanded().indexOf(word);
    Origin origin = map.origin(new Span(start, start + word.length()));
    StringBuilder out = new StringBuilder(text(origin.location()));
    origin.frames().forEach(frame -> out.append(" > ").append(text(frame.location())));
    return out.toString();
  }

  private static String text(Location place) {
    return place + " " + place.span().of(place.source().text());
  }

  @Test
  void leadsATextInWhichNothingWasExpandedToItself() {
    SourceMap map = SourceMap.identity(QUERY);
    assertEquals("q:1:5 two", placeOf(map, "two"));
    assertEquals(new Span(13, 13), map.origin(Span.at(13)).location().span());
    assertEquals(
        new Span(0, 0),
        SourceMap.identity(SourceText.of("q", "")).origin(Span.at(0)).location().span());
  }

  @Test
  void needsAPiece() {
    assertThrows(IllegalStateException.class, () -> new SourceMap.Builder().build());
  }

  @Test
  void copiesAPartOfAnotherMapWithItsOrigins() {
    SourceMap.Builder first = new SourceMap.Builder();
    Origin.Call call = new Origin.Call("m", new Origin(place(QUERY, "two"), List.of()));
    first.verbatim("one ", place(QUERY, "one "));
    first.body(SourceMap.identity(BODY), new Span(0, 10), call);
    first.synthetic("?", new Origin(place(QUERY, "three"), List.of()));
    SourceMap map = first.build();
    assertEquals("one alpha beta?", map.expanded());

    SourceMap.Builder second = new SourceMap.Builder();
    second.copy(map, new Span(2, 7));
    second.copy(map, new Span(9, 9));
    second.copy(map, new Span(9, 15));
    SourceMap copy = second.build();
    assertEquals("e alp beta?", copy.expanded());
    assertEquals("q:1:3 e", placeOf(copy, "e"));
    assertEquals("q:1:5 two > m:1:1 alp", placeOf(copy, "alp"));
    assertEquals("q:1:5 two > m:1:7 beta", placeOf(copy, "beta"));
    assertEquals("q:1:5 two > m:1:3 p", placeOf(copy, "p"));
    assertEquals("q:1:9 three", placeOf(copy, "?"));
    // From one piece of a body to another: the body between them.
    assertEquals("q:1:5 two > m:1:3 pha beta", placeOf(copy, "p beta"));
    assertEquals("q:1:1 one two", placeOf(map, "one alpha"));
  }

  @Test
  void keepsTheOriginOfAnEmptyText() {
    SourceMap.Builder builder = new SourceMap.Builder();
    builder.verbatim("", place(QUERY, "two"));
    builder.verbatim("", place(QUERY, "one"));
    SourceMap empty = builder.build();
    assertEquals("q:1:5 ", text(empty.origin(empty.span()).location()));
  }
}
