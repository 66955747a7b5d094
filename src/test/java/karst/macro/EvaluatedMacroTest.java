package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.junit.jupiter.api.Test;

class EvaluatedMacroTest {
  private static final MacroLibrary LIBRARY =
      MacroLibrary.of(
          MacroConfReader.read(
              SourceText.of(
                  "macros.conf",
                  """
                  [upper(1)]
                  args = word
                  definition = upper("$word$")
                  iseval = 1

                  [calls]
                  definition = "`plain`"
                  iseval = 1

                  [nested]
                  definition = x `plain` y
                  iseval = 1

                  [wrong]
                  definition = 1==1
                  iseval = true

                  [absent]
                  definition = null
                  iseval = true

                  [plain]
                  definition = [plain text]

                  [days(1)]
                  args = n
                  definition = -$n$d
                  validation = isnum($n$)
                  errormsg = n must be a number of days

                  [bare(1)]
                  args = n
                  definition = $n$
                  validation = n
                  """)));

  /** Enough of an evaluator to see what it is asked. */
  private static MacroValue evaluate(SourceMap expression, Map<String, String> arguments) {
    String text = expression.expanded();
    if (text.startsWith("upper(")) {
      return new MacroValue.Text(text.substring(7, text.length() - 2).toUpperCase());
    }
    if (text.startsWith("isnum(")) {
      return new MacroValue.Truth(text.matches("isnum\\(\\d+\\)"));
    }
    if (arguments.containsKey(text)) {
      return switch (arguments.getOrDefault(text, "")) {
        case "text" -> new MacroValue.Text("this is wrong");
        case "no text" -> new MacroValue.Text(null);
        case "unknown" -> new MacroValue.Truth(null);
        default -> new MacroValue.Truth(true);
      };
    }
    return switch (text) {
      case "1==1" -> new MacroValue.Truth(true);
      case "null" -> new MacroValue.Text(null);
      default -> new MacroValue.Text(text.replace("\"", ""));
    };
  }

  private static SourceMap expand(String query) {
    return new MacroExpander(LIBRARY, EvaluatedMacroTest::evaluate)
        .expand(SourceText.of("<query>", query));
  }

  private static void fails(String query, String expected) {
    assertEquals(expected, assertThrows(SplException.class, () -> expand(query)).render());
  }

  @Test
  void expandsToTheValueOfItsDefinition() {
    assertEquals("a=ABC", expand("a=`upper(abc)`").expanded());
  }

  @Test
  void expandsMacrosInTheExpressionAndInItsValue() {
    assertEquals("x [plain text] y", expand("`nested`").expanded());
    assertEquals("[plain text]", expand("`calls`").expanded());
  }

  @Test
  void leadsTheValueToTheWholeDefinition() {
    SourceMap map = expand("a=`upper(abc)`");
    var origin = map.origin(new Span(3, 4));
    assertEquals("<query>:1:3", origin.location().toString());
    assertEquals("upper(1)", origin.frames().get(0).macro());
    assertEquals("macros.conf:3:14", origin.frames().get(0).location().toString());
    assertEquals(15, origin.frames().get(0).location().span().length());
  }

  @Test
  void refusesAValueThatIsNoText() {
    fails(
        "`wrong`",
        """
        error[E0204]: the expression of macro `wrong` must yield text, not a boolean
          --> macros.conf:15:14
           |
        15 | definition = 1==1
           |              ^^^^
           = in the expansion of `wrong`, called at <query>:1:1
        """);
    fails(
        "`absent`",
        """
        error[E0204]: the expression of macro `absent` must yield text, not null
          --> macros.conf:19:14
           |
        19 | definition = null
           |              ^^^^
           = in the expansion of `absent`, called at <query>:1:1
        """);
  }

  @Test
  void passesAValidationThatIsTrueAndATextThatIsNull() {
    assertEquals("-7d", expand("`days(7)`").expanded());
    assertEquals("true", expand("`bare(true)`").expanded());
    assertEquals("no text", expand("`bare(no text)`").expanded());
  }

  @Test
  void failsAValidationThatIsFalseOrUnknown() {
    fails(
        "earliest=`days(x)`",
        """
        error[E0205]: n must be a number of days
         --> <query>:1:10
          |
        1 | earliest=`days(x)`
          |          ^^^^^^^^^
          = help: they must satisfy: isnum(x)
        """);
    fails(
        "`bare(unknown)`",
        """
        error[E0205]: the arguments of macro `bare(1)` are not valid
         --> <query>:1:1
          |
        1 | `bare(unknown)`
          | ^^^^^^^^^^^^^^^
          = help: they must satisfy: n
        """);
  }

  @Test
  void failsAValidationWithTheTextThatItYields() {
    fails(
        "`bare(text)`",
        """
        error[E0205]: this is wrong
         --> <query>:1:1
          |
        1 | `bare(text)`
          | ^^^^^^^^^^^^
        """);
  }

  @Test
  void refusesExpressionsWithoutAnEvaluator() {
    assertEquals(
        """
        error[E0901]: evaluation of macro expressions is not available
         --> macros.conf:3:14
          |
        3 | definition = upper("$word$")
          |              ^^^^^^^^^^^^^^^
          = in the expansion of `upper(1)`, called at <query>:1:1
        """,
        Macros.failure(LIBRARY, "`upper(x)`"));
  }
}
