package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "a b,c; + a, b, c",
        "- a, b; - a, b",
        "-match; - match",
        "+ x; + x",
        "+x; + x",
        "-\"a b\"; - \"a b\"",
        "- RTLO* _*; - RTLO*, _*",
        "a, , b a; + a, b",
        "\"-a\"; + \"-a\"",
        "count(x) sourceIPs{}; + \"count(x)\", sourceIPs{}",
      })
  void fieldsAreKeptOrRemoved(String text, String canonical) {
    assertEquals("fields " + canonical, Spl.canonical("fields " + text));
  }

  @Test
  void aFieldIsNeeded() {
    String error = "error: `fields` needs a field @  ? usage: " + Fields.SYNTAX.usage();
    assertEquals(error, Spl.findings("fields"));
    assertEquals(error, Spl.findings("fields -"));
  }

  @Test
  void theSignStandsOnce() {
    assertEquals(
        "error: the sign stands once, before the first field @ -b"
            + " ? write the fields to remove in a command of their own",
        Spl.findings("fields a -b"));
  }

  @Test
  void aTableListsFieldsOnce() {
    assertEquals(
        "table sourceIPs{}, \"a b\", *", Spl.canonical("table sourceIPs{} 'a b', * 'a b'"));
    assertEquals(
        "error: `table` needs a field @  ? usage: " + Table.SYNTAX.usage(), Spl.findings("table"));
    assertEquals(
        "error: `table` has no option `a` @ a ? usage: " + Table.SYNTAX.usage(),
        Spl.findings("table a=b c"));
  }

  @Test
  void fillnullHasAValueAndPerhapsFields() {
    assertEquals("fillnull value=0", Spl.canonical("fillnull"));
    assertEquals("fillnull value=NULL a, b", Spl.canonical("fillnull value=NULL a, b"));
    assertEquals("fillnull value=\"\" a", Spl.canonical("fillnull a value=\"\""));
    assertEquals(
        "error: `fillnull` takes no wildcards @ x* ? name each field", Spl.findings("fillnull x*"));
  }
}
