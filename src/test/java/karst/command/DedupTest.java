package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DedupTest {
  private static final String USAGE = " ? usage: " + Dedup.SYNTAX.usage();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "a b; 1 keepevents=false keepempty=false consecutive=false a, b",
        "3 a, a,, b; 3 keepevents=false keepempty=false consecutive=false a, b",
        "a keepevents=t keepempty=t consecutive=t; 1 keepevents=true keepempty=true consecutive=true a",
        "a sortby -x, +y num(z); 1 keepevents=false keepempty=false consecutive=false a sortby -x, +y, +num(z)",
        "\"3\"; 1 keepevents=false keepempty=false consecutive=false 3",
      })
  void fieldsAndOptionsAreBound(String text, String canonical) {
    assertEquals("dedup " + canonical, Spl.canonical("dedup " + text));
  }

  @Test
  void theCountIsAtLeastOne() {
    assertEquals("error: the count of `dedup` must be at least 1 @ 0", Spl.findings("dedup 0 a"));
    assertEquals("error: the count of `dedup` must be at least 1 @ -1", Spl.findings("dedup -1 a"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Dedup(0, List.of(), false, false, false, List.of(), Span.at(0)));
  }

  @Test
  void fieldsAreNeeded() {
    assertEquals("error: `dedup` needs a field @ " + USAGE, Spl.findings("dedup"));
    assertEquals("error: `dedup` needs a field @ " + USAGE, Spl.findings("dedup 3"));
    assertEquals(
        "error: `dedup` needs a field after `sortby` @ " + USAGE, Spl.findings("dedup a sortby"));
  }

  @Test
  void fieldsAreNoPatterns() {
    assertEquals(
        "error: `dedup` takes no wildcards @ a* ? name each field", Spl.findings("dedup a*"));
  }
}
