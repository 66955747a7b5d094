package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacroErrorTest {
  private static final MacroLibrary LIBRARY =
      Macros.library(
          "process_cmd: name=cmd.exe",
          "ctime(field): convert ctime($field$)",
          "pair(a, b): $a$ $b$",
          "pair: none",
          "broken: x `proces_cmd`",
          "outer(x): <`broken`> $x$",
          "open: a `process_cmd",
          "noted: a ```b",
          "a: 1 `b`",
          "b: `c(2)`",
          "c(x): `a` $x$",
          "self(x): `$x$(1)`");

  private static void fails(String query, String expected) {
    assertEquals(expected, Macros.failure(LIBRARY, query));
  }

  @Test
  void tellsTheNearestNameOfAnUnknownMacro() {
    fails(
        "search a=1\n| `proces_cmd` OR x",
        """
        error[E0201]: unknown macro `proces_cmd`
         --> <query>:2:4
          |
        2 | | `proces_cmd` OR x
          |    ^^^^^^^^^^
          = help: did you mean `process_cmd`?
        """);
  }

  @Test
  void showsTheWayToAnUnknownMacroInABody() {
    fails(
        "`outer(1)`",
        """
        error[E0201]: unknown macro `proces_cmd`
         --> <macro broken>:1:4
          |
        1 | x `proces_cmd`
          |    ^^^^^^^^^^
          = in the expansion of `broken`, called at <macro outer>:1:2
          = in the expansion of `outer(1)`, called at <query>:1:1
          = help: did you mean `process_cmd`?
        """);
  }

  @Test
  void tellsHowAMacroIsCalled() {
    fails(
        "`ctime(a, b)`",
        """
        error[E0203]: macro `ctime` takes 1 argument, not 2
         --> <query>:1:2
          |
        1 | `ctime(a, b)`
          |  ^^^^^
          = help: it is called as `ctime(field)`
        """);
    fails(
        "`pair(a)`",
        """
        error[E0203]: macro `pair` takes 0 or 2 arguments, not 1
         --> <query>:1:2
          |
        1 | `pair(a)`
          |  ^^^^
          = help: it is called as `pair`
          = help: it is called as `pair(a, b)`
        """);
    fails(
        "`process_cmd(x)`",
        """
        error[E0203]: macro `process_cmd` takes no arguments, not 1
         --> <query>:1:2
          |
        1 | `process_cmd(x)`
          |  ^^^^^^^^^^^
          = help: it is called as `process_cmd`
        """);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    fails(
        "`x1` `ctime` ```",
        """
        error[E0201]: unknown macro `x1`
         --> <query>:1:2
          |
        1 | `x1` `ctime` ```
          |  ^^

        error[E0203]: macro `ctime` takes 1 argument, not 0
         --> <query>:1:7
          |
        1 | `x1` `ctime` ```
          |       ^^^^^
          = help: it is called as `ctime(field)`

        error[E0102]: the comment is not closed
         --> <query>:1:14
          |
        1 | `x1` `ctime` ```
          |              ^^^
          = help: expected three backticks at its end
        """);
  }

  @Test
  void tellsWhatIsNotClosed() {
    fails(
        "a=1 `process_cmd OR b=2",
        """
        error[E0102]: the call of macro `process_cmd` is not closed
         --> <query>:1:5
          |
        1 | a=1 `process_cmd OR b=2
          |     ^^^^^^^^^^^^
          = help: expected a backtick or `(` after the name
        """);
    fails(
        "`ctime(a | head 3",
        """
        error[E0102]: the call of macro `ctime` is not closed
         --> <query>:1:1
          |
        1 | `ctime(a | head 3
          | ^^^^^^
          = help: expected `)` and a backtick after the arguments
        """);
    fails(
        "`ctime(\"a)` | head 3",
        """
        error[E0102]: the call of macro `ctime` is not closed
         --> <query>:1:1
          |
        1 | `ctime("a)` | head 3
          | ^^^^^^
          = help: a double quote in its arguments is not closed
        """);
    fails(
        "`open`",
        """
        error[E0102]: the call of macro `process_cmd` is not closed
         --> <macro open>:1:3
          |
        1 | a `process_cmd
          |   ^^^^^^^^^^^^
          = in the expansion of `open`, called at <query>:1:1
          = help: expected a backtick or `(` after the name
        """);
    fails(
        "`noted`",
        """
        error[E0102]: the comment is not closed
         --> <macro noted>:1:3
          |
        1 | a ```b
          |   ^^^
          = in the expansion of `noted`, called at <query>:1:1
          = help: expected three backticks at its end
        """);
  }

  @Test
  void tellsWhatACallLacks() {
    fails(
        "a `` b",
        """
        error[E0101]: expected the name of a macro after a backtick
         --> <query>:1:3
          |
        1 | a `` b
          |   ^
        """);
    fails(
        "`ctime(a`",
        """
        error[E0101]: expected `)` before the closing backtick
         --> <query>:1:9
          |
        1 | `ctime(a`
          |         ^ of macro `ctime`
        """);
  }

  @Test
  void showsACycle() {
    fails(
        "x `a`",
        """
        error[E0202]: macro `a` calls itself: a → b → c(1) → a
         --> <macro c>:1:1
          |
        1 | `a` $x$
          | ^^^
          = in the expansion of `c(1)`, called at <macro b>:1:1
          = in the expansion of `b`, called at <macro a>:1:3
          = in the expansion of `a`, called at <query>:1:3
        """);
  }

  @Test
  void seesACycleThroughAnArgument() {
    fails(
        "`self(self)`",
        """
        error[E0202]: macro `self(1)` calls itself: self(1) → self(1)
         --> <macro self>:1:1
          |
        1 | `$x$(1)`
          | ^^^^^^^^
          = in the expansion of `self(1)`, called at <query>:1:1
        """);
  }

  @Test
  void refusesMacrosThatAreNestedTooDeep() {
    List<MacroDefinition> chain = new ArrayList<>();
    for (int i = 0; i <= MacroExpander.MAX_DEPTH; i++) {
      chain.add(Macros.macro("m" + i + ": `m" + (i + 1) + "`"));
    }
    String failure = Macros.failure(MacroLibrary.of(chain), "`m0`");
    assertTrue(
        failure.startsWith(
            """
            error[E0103]: macros call macros more than 100 deep
             --> <macro m99>:1:1
              |
            1 | `m100`
              | ^^^^^^
            """),
        failure);
  }

  @Test
  void refusesMacrosThatGrowWithoutMeasure() {
    List<MacroDefinition> doubling = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      doubling.add(Macros.macro("m%d(x): `m%d(\"$x$$x$\")`".formatted(i, i + 1)));
    }
    String failure = Macros.failure(MacroLibrary.of(doubling), "`m0(abc)`");
    assertTrue(
        failure.startsWith("error[E0206]: macros expand to more than 1048576 characters\n"),
        failure);
  }

  @Test
  void refusesMacrosThatCallWithoutMeasureAndYieldNothing() {
    List<MacroDefinition> doubling = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      doubling.add(Macros.macro("m%d: `m%d``m%d`".formatted(i, i + 1, i + 1)));
    }
    doubling.add(Macros.macro("m60:"));
    String failure = Macros.failure(MacroLibrary.of(doubling), "`m0`");
    assertTrue(failure.startsWith("error[E0206]: "), failure);
  }

  @Test
  void stopsAfterTwentyFaults() {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      query.append("`unknown").append(i).append("` ");
    }
    String failure = Macros.failure(LIBRARY, query.toString());
    assertEquals(20, failure.lines().filter(line -> line.startsWith("error")).count());
  }
}
