package karst.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final String CORRECT =
      """
      # A remark.
      now 2024-05-01T00:00:00Z
      timezone Europe/Berlin
      macro only(name) = where host="$name$"

      table web
      | host | n:number | tags:multi |
      | a    | 1        | [x, y]     |
      | b    | 2.5      | null       |

      query: filters, in a macro
      | from web
      | `only(a)`
      ---- expanded
      | from web
      | where host="a"
      ---- rows
      | host | n | tags   |
      | a    | 1 | [x, y] |

      query: says what is wrong
      | from wep
      ---- error
      error[E0503]: there is no table `wep`
       --> <query>:1:8
        |
      1 | | from wep
        |        ^^^
        = help: did you mean `web`?
        = help: bind one: --table wep=FILE

      query: knows the time and its zone
      | from web | head 1 | eval t=strftime(now(), "%F %T") | table t
      ---- rows
      | t                   |
      | 2024-05-01 02:00:00 |

      # The end.
      """;

  @Test
  void aCorrectScriptIsAFixedPoint() {
    assertEquals(CORRECT, ScriptRunner.accept(Script.parse(CORRECT)).text());
    Script.parse(CORRECT).cases().forEach(ScriptRunner::check);
  }

  @Test
  void aWrongExpectationFailsAndIsRewritten() {
    String wrong = CORRECT.replace("| a    | 1 | [x, y] |", "| a    | 2 | [x, y] |");
    Script script = Script.parse(wrong);
    assertThrows(AssertionError.class, () -> ScriptRunner.check(script.cases().get(0)));
    assertEquals(CORRECT, ScriptRunner.accept(script).text());
  }

  @Test
  void anEmptySectionIsFilledIn() {
    String empty = CORRECT.replace("| t                   |\n| 2024-05-01 02:00:00 |\n", "");
    assertEquals(CORRECT, ScriptRunner.accept(Script.parse(empty)).text());
  }

  @Test
  void anExpectedErrorThatDoesNotComeFails() {
    Script script =
        Script.parse("table t\n| a |\n| 1 |\n\nquery: runs\n| from t\n---- error\nno\n");
    assertThrows(AssertionError.class, () -> ScriptRunner.check(script.cases().get(0)));
  }

  @Test
  void anErrorThatIsNotExpectedFailsAndIsNotAccepted() {
    String text = "query: fails\n| from t\n---- rows\n| a |\n";
    Script script = Script.parse(text);
    assertEquals(text, ScriptRunner.accept(script).text());
    assertThrows(AssertionError.class, () -> ScriptRunner.check(script.cases().get(0)));
  }

  @Test
  void rowsInAnotherOrderAreADifferenceUnlessTheScriptSaysOtherwise() {
    String rows = "| a |\n| 2 |\n| 1 |\n";
    String script = "table t\n| a |\n| 1 |\n| 2 |\n\nquery: q\n| from t\n---- rows";
    ScriptCase ordered = Script.parse(script + "\n" + rows).cases().get(0);
    ScriptCase unordered = Script.parse(script + " unordered\n" + rows).cases().get(0);
    assertThrows(AssertionError.class, () -> ScriptRunner.check(ordered));
    ScriptRunner.check(unordered);
  }

  @Test
  void aTableIsFormatted() {
    String ragged = "table t\n|a|long name|\n| a value |1|\n";
    String formatted = "table t\n| a       | long name |\n| a value | 1         |\n";
    assertEquals(formatted, Script.parse(ragged).text());
  }

  @Test
  void aMalformedScriptSaysWhere() {
    IllegalArgumentException fault =
        assertThrows(
            IllegalArgumentException.class,
            () -> Script.parse("# x\n\ntable t\n| a |\n| 1 | 2 |\n"));
    assertTrue(String.valueOf(fault.getMessage()).startsWith("line "), fault.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Script.parse("query: x\n| from t\n"));
    assertThrows(IllegalArgumentException.class, () -> Script.parse("tabel t\n"));
  }

  @Test
  void mostPathsNeedNoEscapes() {
    assertEquals(Cell.of("C:\\Windows\\x"), Cell.parse(" C:\\Windows\\x "));
    assertEquals("C:\\Windows\\x", Cell.of("C:\\Windows\\x").written());
    assertEquals("C:\\\\new", Cell.of("C:\\new").written());
  }

  @Test
  void whatLooksLikeSomethingElseIsQuoted() {
    assertEquals("\"\"", Cell.of("").written());
    assertEquals("\"null\"", Cell.of("null").written());
    assertEquals("null", Cell.NULL.written());
    assertEquals("\" a\"", Cell.of(" a").written());
    assertEquals("\"[a, b]\"", Cell.of("[a, b]").written());
    assertEquals("[\"a, b\", c]", new Cell(List.of("a, b", "c")).written());
  }

  @Property(tries = 200)
  void aWrittenTableIsReadBack(@ForAll("cells") List<Cell> cells) {
    Grid grid = new Grid(List.of("x"), cells.stream().map(List::of).toList());
    assertEquals(grid, Grid.parse(grid.lines()));
  }

  @Provide
  Arbitrary<List<Cell>> cells() {
    Arbitrary<String> text = Arbitraries.strings().withChars("ab|\\\"n,t[] \n\t").ofMaxLength(5);
    return text.list().ofMaxSize(3).map(Cell::new).list().ofMaxSize(4);
  }
}
