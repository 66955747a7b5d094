package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "``; limit=10 null=false keeplast=false",
        "5; limit=5 null=false keeplast=false",
        "0; limit=0 null=false keeplast=false",
        "limit=7; limit=7 null=false keeplast=false",
        "(x>5); null=false keeplast=false (x > 5)",
        "limit=3 (x>5); limit=3 null=false keeplast=false (x > 5)",
        "20 (a=1 AND b=\"c\") null=t keeplast=1; limit=20 null=true keeplast=true (a = 1 AND b = \"c\")",
      })
  void rowsAreCountedOrTested(String text, String canonical) {
    assertEquals("head " + canonical, Spl.canonical("head " + text));
  }

  @Test
  void aConditionAloneHasNoLimit() {
    assertEquals(Head.UNLIMITED, Spl.bind(Head.class, "head (x>5)").limit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "x>5", "\"5\""})
  void aConditionNeedsParentheses(String argument) {
    assertEquals(
        "error: `head` takes a count, or a condition in parentheses @ "
            + argument
            + " ? write `head 5` or `head (x>5)`",
        Spl.findings("head " + argument));
  }

  @Test
  void theCountIsNotNegativeAndStandsOnce() {
    assertEquals("error: the count of `head` must be at least 0 @ -3", Spl.findings("head -3"));
    assertEquals(
        "error: the count stands twice, here and in `limit` @ 5", Spl.findings("head 5 limit=3"));
    assertThrows(
        IllegalArgumentException.class, () -> new Head(-1, null, false, false, Span.at(0)));
  }
}
