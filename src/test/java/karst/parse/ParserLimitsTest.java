package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import karst.ast.Unparser;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserLimitsTest {
  private static final int SMALL_STACK = 512 * 1024;

  private static <T> T onSmallStack(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable body =
        () -> {
          try {
            result.complete(task.get());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    new Thread(null, body, "small stack", SMALL_STACK).start();
    return result.join();
  }

  private static void assertTooDeep(String text) {
    SplException error = assertThrows(SplException.class, () -> TestCommands.parse(text));
    assertEquals(DiagnosticCode.TOO_DEEP, error.diagnostics().get(0).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "| where ; (",
        "| where ; f(",
        "| where ;NOT ",
        "| where ; -",
        "| where ; -(",
        "| where ; a OR b AND c=d . e+f*(",
        "| where ; [search x | where ",
        "search ; (",
        "search ;NOT ",
        "search ;NOT (",
        "a ; [search ",
        "| stats ; f(",
      })
  void nestingIsBounded(String start, String opening) {
    assertTooDeep(start + " " + (opening + " ").repeat(50_000));
  }

  @ParameterizedTest
  @CsvSource({
    "x(, 1",
    "-(, 2",
    "NOT (, 2",
    "a OR b AND NOT c = d . e + f * -(, 3",
    "'x XOR f(1, y IN (1, ', 2",
  })
  void anExpressionAtTheLimitFitsASmallStack(String opening, int levels) {
    int times = NestingLimit.DEPTH / levels;
    int brackets = (int) opening.chars().filter(c -> c == '(').count();
    String text = "| where " + opening.repeat(times) + "x" + ")".repeat(brackets * times);
    assertTrue(onSmallStack(() -> TestCommands.canonical(text)).length() > times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a [", "| append [", "NOT a [", "| where 1 = ["})
  void subsearchesAtTheLimitFitASmallStack(String opening) {
    int times = NestingLimit.DEPTH / (NestingLimit.SUBSEARCH + 1);
    String text = opening.repeat(times) + "b" + "]".repeat(times);
    assertTrue(onSmallStack(() -> TestCommands.canonical(text)).length() > times);
  }

  @Test
  void longChainsOfLogicNeedLittleStack() {
    String text = "| where a=0" + " OR a=1".repeat(20_000);
    String back = onSmallStack(() -> Unparser.unparse(TestCommands.parse(text)));
    assertEquals(text.replace("=", " = "), back);
  }

  @Test
  void longChainsOfArithmeticAreRefused() {
    assertTooDeep("| where x = a" + " - b".repeat(20_000));
  }

  @Test
  void tenThousandPipesParse() {
    String text = "a" + " | head 1".repeat(10_000);
    assertEquals(10_001, TestCommands.parse(text).commands().size());
  }

  @Test
  void aMegabyteParses() {
    assertEquals(1, TestCommands.parse("ab=cd ".repeat(170_000)).commands().size());
    assertEquals(1, TestCommands.parse("| stats " + "x ".repeat(500_000)).commands().size());
    assertEquals(1, TestCommands.parse("x=\"" + "\\\\".repeat(500_000) + "\"").commands().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "'a ", "\"", "TERM(", "{", "a::", "IN (", "NOT IN ", "search ", "]"})
  void aLongRunOfAnythingEnds(String piece) {
    for (String start : new String[] {"", "| where ", "| stats "}) {
      String text = start + piece.repeat(100_000 / piece.length());
      try {
        TestCommands.parse(text);
      } catch (SplException e) {
        assertTrue(!e.diagnostics().isEmpty());
      }
    }
  }
}
