package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.junit.jupiter.api.Test;

class MacroConfReaderTest {
  private static List<MacroDefinition> read(String text) {
    return MacroConfReader.read(SourceText.of("macros.conf", text));
  }

  private static void fails(String text, String expected) {
    assertEquals(expected, assertThrows(SplException.class, () -> read(text)).render());
  }

  @Test
  void readsStanzasInOrder() {
    List<MacroDefinition> macros =
        read(
            """
            # macros of a test
            [default]
            iseval = 1

            [range(2)]
            args = low, high
              definition=(x>$low$ x<$high$ y="a = b")
            validation = isnum($low$)
            errormsg = low must be a number
            iseval = false
            unknown = whatever

            [plain]
            definition = # is no comment here
            """);
    assertEquals(
        List.of("range(2)", "plain"), macros.stream().map(m -> m.signature().toString()).toList());
    MacroDefinition range = macros.get(0);
    assertEquals(List.of("low", "high"), range.parameters());
    assertEquals("(x>$low$ x<$high$ y=\"a = b\")", range.definition().expanded());
    assertEquals("macros.conf:7:14", range.location().toString());
    assertEquals("low must be a number", range.errorMessage());
    assertFalse(range.isEval());
    assertEquals("# is no comment here", macros.get(1).definition().expanded());
  }

  @Test
  void carriesAValueOnToTheNextLine() {
    SourceMap definition =
        read("[m]\r\ndefinition = a \\\r\n  | b\\c \\\r\n\r\niseval = 0\r\n").get(0).definition();
    assertEquals("a \n  | b\\c", definition.expanded());
    int mark = definition.expanded().indexOf('c');
    assertEquals(
        "macros.conf:3:7", definition.origin(new Span(mark, mark + 1)).location().toString());
  }

  @Test
  void endsAValueWithTheFile() {
    assertEquals("a \\", read("[m]\ndefinition = a \\").get(0).definition().expanded());
    assertEquals("", read("[m]\ndefinition =").get(0).definition().expanded());
  }

  @Test
  void mergesStanzasOfOneName() {
    MacroDefinition macro =
        read("[m]\ndefinition = a\niseval = 1\nname = n\n[m]\ndefinition = b\n").get(0);
    assertEquals("m", macro.name());
    assertEquals("b", macro.definition().expanded());
    assertTrue(macro.isEval());
  }

  @Test
  void tellsWhatIsMalformed() {
    fails(
        "[m]\ndefinition x\n",
        """
        error[E0204]: expected `[name]`, `setting = value` or a comment
         --> macros.conf:2:1
          |
        2 | definition x
          | ^^^^^^^^^^^^
        """);
    fails(
        "[m\ndefinition = x\n",
        """
        error[E0204]: expected `]` at the end of the stanza's name
         --> macros.conf:1:1
          |
        1 | [m
          | ^^
        """);
    fails(
        "\n[m]\nargs = a\n",
        """
        error[E0204]: expected a macro with a `definition`
         --> macros.conf:2:1
          |
        2 | [m]
          | ^^^
        """);
    fails(
        "[m]\nargs = a, b\ndefinition = x\n",
        """
        error[E0204]: macro `m` lists 2 arguments
         --> macros.conf:1:2
          |
        1 | [m]
          |  ^
          = help: expected the name `m(2)`
        """);
    fails(
        "[m(2)]\nargs = a, , b\ndefinition = x\n",
        """
        error[E0204]: expected an argument name of letters, digits, `_` and `-`, not ``
         --> macros.conf:2:11
          |
        2 | args = a, , b
          |           ^
        """);
    fails(
        "[]\ndefinition = x\n",
        """
        error[E0204]: `` is not a macro name
         --> macros.conf:1:2
          |
        1 | []
          |  ^
        """);
  }
}
