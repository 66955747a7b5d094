package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of a text that have most of some words. */
class TextAbstractTest {
  private static final String TEXT = "one\ntwo\nTHREE x\nfour\nfive y\nsix x y\nseven";

  @Test
  void aLineWithMoreWordsComesFirstAndLinesStayInOrder() {
    assertEquals("six x y", TextAbstract.of(TEXT, List.of("x", "y"), 1).replace("...", ""));
    assertEquals("five y\nsix x y", TextAbstract.of(TEXT, List.of("X", "y"), 2));
    assertEquals("THREE x\n...five y\nsix x y", TextAbstract.of(TEXT, List.of("x", "Y"), 3));
  }

  @Test
  void aLineBesideCountsLess() {
    assertEquals("two\nTHREE x\nfour", TextAbstract.of(TEXT, List.of("three"), 9));
    assertEquals("two\nTHREE x", TextAbstract.of(TEXT, List.of("three"), 2));
    assertEquals("one\ntwo", TextAbstract.of(TEXT, List.of("one"), 9));
    assertEquals("six x y\nseven", TextAbstract.of(TEXT, List.of("seven"), 9));
    assertEquals("a\nb\nc", TextAbstract.of("x\na\nb\nc", List.of("b"), 3));
    // Between two lines with a word: as much as 2, and less than the 3 of its own.
    assertEquals("w\n...w", TextAbstract.of("w\nn\nw", List.of("w"), 2));
    assertEquals("w\nn\nw", TextAbstract.of("w\nn\nw\nm", List.of("w"), 3));
  }

  @Test
  void withoutAWordTheFirstLinesAreTaken() {
    assertEquals("one\ntwo", TextAbstract.of(TEXT, List.of("nothing"), 2));
    assertEquals("one", TextAbstract.of(TEXT, List.of(), 1));
    assertEquals(TEXT, TextAbstract.of(TEXT, List.of(), 99));
  }

  @Test
  void aSingleLineStaysAsItIs() {
    assertEquals("one x\n", TextAbstract.of("one x\n", List.of("x"), 1));
    assertEquals("", TextAbstract.of("", List.of("x"), 1));
  }
}
