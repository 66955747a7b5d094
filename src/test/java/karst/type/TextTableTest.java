package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tables in texts. */
class TextTableTest {
  private static List<String> cells(TextTable table, String text) {
    return Objects.requireNonNull(table.read(text)).stream()
        .map(line -> line.cells().toString())
        .toList();
  }

  @Test
  void theFirstLineOfTwoWordsHasTheNames() {
    TextTable table = new TextTable(0, true, true);
    assertEquals(
        List.of("{PID=1, CMD=init -x y}", "{PID=22, CMD=sh}"),
        cells(table, "Processes\nPID CMD\n  1 init -x y\n 22 sh"));
    assertEquals(List.of(), cells(table, "PID CMD"));
    assertNull(table.read("one\ntwo"));
    assertNull(table.read(""));
  }

  @Test
  void fewerWordsThanColumnsStandUnderTheirs() {
    TextTable table = new TextTable(0, true, true);
    assertEquals(
        List.of("{A=x, C=z}", "{B=y}", "{C=z}", "{A=p q}"),
        cells(table, "A    B    C\nx         z\n     y\n            z\np q"));
    assertEquals(
        List.of("{B=y z}"),
        cells(table, "A      BBBBB  C\n       y z").stream()
            .map(line -> line.replace("BBBBB", "B"))
            .toList());
    assertEquals(List.of("{NAME=ab}"), cells(table, "NAME      LAST\n  ab"));
    assertEquals(List.of("{NAME=ab}"), cells(table, "NAME      LAST\n     ab"));
    assertEquals(List.of("{LAST=ab}"), cells(table, "NAME      LAST\n       ab"));
  }

  @Test
  void aBlankLineEndsATableIfThereMayBeMore() {
    String text = "A B\n1 2\n\nC D\n3 4";
    assertEquals(List.of("{A=1, B=2}", "{C=3, D=4}"), cells(new TextTable(0, true, true), text));
    assertEquals(
        List.of("{A=1, B=2}", "{A=C, B=D}", "{A=3, B=4}"),
        cells(new TextTable(0, true, false), text));
  }

  @Test
  void theLineOfTheNamesMayBeGiven() {
    String text = "some title\n\nA B\n1 2\n\n3 4";
    assertEquals(List.of("{A=1, B=2}", "{A=3, B=4}"), cells(new TextTable(2, true, true), text));
    assertNull(new TextTable(9, true, true).read(text));
  }

  @Test
  void withoutNamesColumnsAreNumbered() {
    assertEquals(
        List.of("{Column_1=a, Column_2=b}", "{Column_1=c, Column_2=d e}"),
        cells(new TextTable(0, false, true), "a b\n\nc d e"));
    assertEquals(List.of("{Column_1=a}"), cells(new TextTable(0, false, true), "a"));
  }

  @Test
  void namesAreCleanedAndDiffer() {
    assertEquals(
        List.of("{a=1, a_2=2, Column_3=3, x_y=4}"),
        cells(new TextTable(0, true, true), "a a % x.y\n1 2 3 4"));
  }

  @Test
  void aLineKeepsItsText() {
    assertEquals(
        " 1 2 ",
        Objects.requireNonNull(new TextTable(0, true, true).read("A B\n 1 2 ")).get(0).text());
  }
}
