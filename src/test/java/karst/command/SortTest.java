package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortTest {
  private static final String USAGE = " ? usage: " + Sort.SYNTAX.usage();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "x; 10000 +x",
        "-count; 10000 -count",
        "- count; 10000 -count",
        "- a, b; 10000 -a, +b",
        "-_time,src, query; 10000 -_time, +src, +query",
        "+a -b c; 10000 +a, -b, +c",
        "-\"a b\"; 10000 -\"a b\"",
        "5 x; 5 +x",
        "0 x; 0 +x",
        "limit=5 x; 5 +x",
        "\"5\" x; 10000 +5, +x",
        "num(a) -str(b) - ip(c) AUTO(d); 10000 +num(a), -str(b), -ip(c), +d",
        "num(\"a b\"); 10000 +num(\"a b\")",
        "a, -b desc; 10000 -a, +b",
        "a d; 10000 -a",
        "- a d,; 10000 +a",
        "-a asc; 10000 -a",
        "a b A; 10000 +a, +b",
        "a, d; 10000 +a, +d",
        "d; 10000 +d",
        "- desc; 10000 -desc",
        "2 desc; 2 +desc",
      })
  void keysAreBound(String text, String canonical) {
    assertEquals("sort " + canonical, Spl.canonical("sort " + text));
  }

  @Test
  void aDirectionBetweenFieldsIsAField() {
    assertEquals(
        "warning: `desc` is taken for a field here @ desc"
            + " ? write `-` before a field to sort by it in descending order",
        Spl.findings("sort a desc, b"));
    assertEquals(3, Spl.bindAnyway(Sort.class, "sort a desc, b").keys().size());
  }

  @Test
  void aFieldIsNeeded() {
    assertEquals("error: `sort` needs a field to sort by @ " + USAGE, Spl.findings("sort"));
    assertEquals("error: `sort` needs a field to sort by @ " + USAGE, Spl.findings("sort 5"));
    assertEquals("error: `sort` needs a field after the sign @ " + USAGE, Spl.findings("sort -"));
  }

  @Test
  void theCountIsNotNegativeAndStandsOnce() {
    assertEquals("error: the count of `sort` must be at least 0 @ -1", Spl.findings("sort -1 x"));
    assertEquals(
        "error: the count stands twice, here and in `limit` @ 6", Spl.findings("sort limit=5 6 x"));
    assertThrows(IllegalArgumentException.class, () -> new Sort(-1, List.of(), Span.at(0)));
  }

  @Test
  void onlySomeFunctionsSayHowToSort() {
    assertEquals(
        "error: `numb` is no way to sort @ numb ? did you mean `num`?"
            + " ? a field may stand in auto(), num(), str(), ip(); a name with parentheses needs"
            + " quotes",
        Spl.findings("sort numb(x)"));
    assertEquals("error: `num` takes exactly one field @ num(a,b)", Spl.findings("sort num(a,b)"));
  }

  @Test
  void otherArgumentsAreErrors() {
    assertEquals(
        "error: `sort` has no option `limits` @ limits ? did you mean `limit`?",
        Spl.findings("sort limits=5 x"));
    assertEquals(
        "error: `sort` does not take this argument @ [search x]" + USAGE,
        Spl.findings("sort a [search x]"));
  }
}
