package karst.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
  private static String render(String text, int start, int end) {
    SourceText source = SourceText.of("<query>", text);
    return DiagnosticRenderer.render(
        Diagnostic.error(DiagnosticCode.UNKNOWN_OPTION, "no option `limt`")
            .at(new Location(source, new Span(start, end)))
            .label("here")
            .suggest("limt", List.of("limit")));
  }

  @Test
  void thePlaceIsShownWithACaretAndTheNearestName() {
    assertEquals(
        """
        error[E0303]: no option `limt`
         --> <query>:1:8
          |
        1 | | head limt=5
          |        ^^^^ here
          = help: did you mean `limit`?
        """,
        render("| head limt=5", 7, 11));
  }

  @Test
  void theLineOfAPlaceIsShownAlone() {
    assertEquals(
        """
        error[E0303]: no option `limt`
         --> <query>:2:3
          |
        2 | b limt=5
          |   ^^^^ here
          = help: did you mean `limit`?
        """,
        render("a\nb limt=5\r\nc", 4, 8));
  }

  @Test
  void wideCharactersMoveTheCaretByTwo() {
    assertEquals(
        """
        error[E0303]: no option `limt`
         --> <query>:1:3
          |
        1 | 日本x
          |     ^ here
          = help: did you mean `limit`?
        """,
        render("日本x", 2, 3));
  }

  @Test
  void aLongLineIsCutAroundTheCaret() {
    String text = "x".repeat(500) + "limt" + "y".repeat(500);
    String[] lines = render(text, 500, 504).split("\n");
    int caret = lines[4].indexOf('^');
    assertEquals("limt", lines[3].substring(caret, caret + 4));
    assertEquals("^^^^ here", lines[4].substring(caret));
  }

  @Test
  void aPlaceAtTheEndHasACaretToo() {
    assertEquals("  |       ^ here", render("| head", 6, 6).split("\n")[4]);
  }
}
