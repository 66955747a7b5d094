package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import karst.source.Origin;
import karst.source.SourceMap;
import karst.source.Span;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MacroExpanderPropertyTest {
  private static final List<String> PIECES =
      List.of(
          "`",
          "`",
          "```",
          "\"",
          "\\",
          "\\\"",
          "$",
          "$a$",
          "$b$",
          "(",
          ")",
          ",",
          "=",
          " ",
          "\n",
          "|",
          "a",
          "b",
          "m",
          "n",
          "`m(",
          ")`",
          "`n`",
          "`m(n)`",
          "`n(",
          "x_filter",
          "comment",
          "é",
          "😀");

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> body() {
    return Arbitraries.of("$a$", "$a$", "$b$", "$", "x", " ", "|", "\"", "(", ",", "😀")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> argument() {
    return Arbitraries.of("x", "y", "$b$", "=", " ", "|", ",", "é", "'")
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces));
  }

  @Property(tries = 200)
  void aMacroCallIsItsBody(@ForAll("body") String body, @ForAll("argument") String argument) {
    MacroLibrary library = MacroLibrary.of(List.of(MacroDefinition.of("m", List.of("a"), body)));
    String expected = "(" + body.replace("$a$", argument) + ")";
    assertEquals(expected, Macros.expand(library, "(`m(\"" + argument + "\")`)"));
  }

  @Property(tries = 200)
  void textWithoutBackticksStaysAsItIs(@ForAll("text") String text) {
    String plain = text.replace("`", "");
    SourceMap map = Macros.map(MacroLibrary.empty(), plain);
    assertEquals(plain, map.expanded());
    assertEquals(map.span(), map.origin(map.span()).location().span());
  }

  @Property(tries = 1000)
  void anyTextExpandsOrFailsWithADiagnostic(
      @ForAll("text") String query, @ForAll("text") String one, @ForAll("text") String two) {
    MacroLibrary library =
        MacroLibrary.of(
            List.of(
                MacroDefinition.of("m", List.of("a"), one),
                MacroDefinition.of("n", List.of(), two),
                MacroDefinition.of("n", List.of("a", "b"), one)));
    try {
      SourceMap map = Macros.map(library, query);
      for (int i = 0; i < map.expanded().length(); i++) {
        leadsToItsText(map, i);
      }
    } catch (SplException e) {
      assertFalse(e.render().isEmpty());
    }
  }

  /** A character leads to itself or, for a comment, to the comment. */
  private static void leadsToItsText(SourceMap map, int offset) {
    Span span = new Span(offset, offset + 1);
    Origin origin = map.origin(span);
    List<Origin.Frame> frames = origin.frames();
    var place = frames.isEmpty() ? origin.location() : frames.get(frames.size() - 1).location();
    String written = place.span().of(place.source().text());
    if (!written.startsWith("```")) {
      assertEquals(span.of(map.expanded()), written);
    }
  }
}
