package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {
  private static SplException fail(String text) {
    return assertThrows(SplException.class, () -> TestCommands.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiterString = "=>",
      value = {
        "a |                     => expected a command name, found the end of the search",
        "a | | b                 => expected a command name, found `|`",
        "| 5                     => expected a command name, found `5`",
        "a=                      => expected a value, found the end of the search",
        "a= | stats x            => expected a value, found `|`",
        "a=(b OR c)              => expected a value, found `(`",
        "a OR                    => expected a search term, found the end of the search",
        "OR a                    => expected a search term or `|`, found `OR`",
        "NOT                     => expected a search term, found the end of the search",
        "a AND AND b             => expected a search term, found `AND`",
        "a IN (                  => expected a value, found the end of the search",
        "a IN ()                 => expected a value, found `)`",
        "a = 1 = 2               => expected a search term or `|`, found `=`",
        "| where                 => expected an expression, found the end of the search",
        "| where a=              => expected an expression, found the end of the search",
        "| where a b             => expected an operator or `|`, found `b`",
        "| where a NOT b         => expected an operator, found `b`",
        "| where a ^^ 2          => expected an operator or `|`, found `^`",
        "| where f(a b)          => expected an operator, `)` or `,`, found `b`",
        "| where f(a,)           => expected an expression, found `)`",
        "| where x IN 5          => expected `(`, found `5`",
        "| eval a=1 b=2          => expected an operator, `,` or `|`, found `b`",
        "| eval =2               => expected an assignment, found `=`",
        "| eval a                => expected `=`, found the end of the search",
        "| eval a=1, 5           => expected an assignment, `,` or `|`, found `5`",
        "| stats (count)         => expected an argument or `|`, found `(`",
        "| stats a= | b          => expected a value, found `|`",
        "| stats =a              => expected an argument or `|`, found `=`",
        "a)                      => `)` closes nothing",
        "| stats count(x)) | b   => `)` closes nothing",
        "a | b ] c               => `]` closes nothing",
        "(a ]                    => `(` is not closed before `]`",
        "a [                     => expected a command name, found the end of the search",
        "a []                    => expected a command name, found `]`",
      })
  void saysWhatWasExpectedAndFound(String text, String message) {
    SplException error = fail(text);
    assertEquals(message, error.getMessage());
    assertEquals(DiagnosticCode.SYNTAX, error.diagnostics().get(0).code());
  }

  @Test
  void pointsAtTheTokenThatCannotStandThere() {
    assertEquals(
        """
        error[E0101]: expected an operator or `|`, found `b`
         --> <query>:1:28
          |
        1 | x="\uD83D\uDE00" | where y = "\uD83D\uDE00" OR a b
          |                              ^
        """
            .stripTrailing(),
        fail("x=\"\uD83D\uDE00\" | where y = \"\uD83D\uDE00\" OR a b").render().stripTrailing());
  }

  @Test
  void pointsAtAQuoteThatIsNeverClosed() {
    assertEquals(
        """
        error[E0102]: the quote is never closed
         --> <query>:1:13
          |
        1 | | where x = "a | head 5
          |             ^
        """
            .stripTrailing(),
        fail("| where x = \"a | head 5").render().stripTrailing());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiterString = "=>",
      value = {
        "a=\"b                 => 2",
        "\"b                   => 0",
        "a IN (b, \"c          => 9",
        "| where 'x            => 8",
        "| stats count as \"x  => 17",
        "| stats x='y          => 10",
        "a | rex \"x\\\"       => 8",
      })
  void everyKindOfQuoteIsMissedWhenItIsNeverClosed(String text, int offset) {
    SplException error = fail(text);
    assertEquals(DiagnosticCode.UNTERMINATED, error.diagnostics().get(0).code());
    var origin = error.diagnostics().get(0).origin();
    assertEquals(offset, origin == null ? -1 : origin.location().span().start());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiterString = "=>",
      value = {
        "| where (a=1           => 8  => `(` is never closed",
        "| where (a=1 | head    => 8  => `(` is not closed before `|`",
        "a ((b OR c)            => 2  => `(` is never closed",
        "a IN (b                => 5  => `(` is never closed",
        "a [search (b] c        => 10 => `(` is not closed before `]`",
        "a [search b            => 2  => `[` is never closed",
        "| append [search b | c => 9  => `[` is never closed",
        "| stats count(x by y   => 13 => `(` is never closed",
        "| stats count(eval(x)  => 13 => `(` is never closed",
        "| head (x>1            => 7  => `(` is never closed",
        "| t startswith=(a | b  => 15 => `(` is not closed before `|`",
      })
  void pointsAtTheParenthesisThatIsNeverClosed(String text, int offset, String message) {
    SplException error = fail(text);
    assertEquals(message, error.getMessage());
    var origin = error.diagnostics().get(0).origin();
    assertEquals(offset, origin == null ? -1 : origin.location().span().start());
  }

  @Test
  void anExpressionOrSearchAloneNamesItsEnd() {
    SplException expression =
        assertThrows(
            SplException.class, () -> Parser.parseExpression(TestCommands.source("a | b")));
    assertEquals("expected an operator or the end, found `|`", expression.getMessage());
    SplException search =
        assertThrows(SplException.class, () -> Parser.parseSearch(TestCommands.source("a | b")));
    assertEquals("expected a search term, a comparison or the end, found `|`", search.getMessage());
  }
}
