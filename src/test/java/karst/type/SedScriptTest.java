package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SedScriptTest {
  @ParameterizedTest
  @CsvSource({
    "s/a/b/, aaa, baa",
    "s/a/b/g, aaa, bbb",
    "s/a/b/2, aaa, aba",
    "s/a/b/4, aaa, aaa",
    "s/(.)(.)/\\2\\1/, ab, ba",
    "s|a|/|g, a/a, ///",
    "s/\\//:/g, a/b/c, a:b:c",
    "s/x*/-/g, ab, -a-b-",
    "y/abc/xyz/, abcd, xyzd",
    "s/a/b/ s/b/c/g, ab, cc",
  })
  void scriptsEditText(String script, String text, String edited) {
    assertEquals(edited, SedScript.parse(script).apply(text));
  }

  @Test
  void aReplacementMayBeEmpty() {
    assertEquals("", SedScript.parse("s/a//").apply("a"));
  }

  @ParameterizedTest
  @CsvSource({"s/a/b, 5", "s/a, 3", "x/a/b/, 0", "s, 0", "s/a/b/i, 6", "s/a/b/0, 6", "s/(/b/, 2"})
  void wrongScriptsSayWhere(String script, int index) {
    InvalidSyntaxException fault =
        assertThrows(InvalidSyntaxException.class, () -> SedScript.parse(script));
    assertEquals(index, fault.index());
  }

  @Property(tries = 200)
  void anyScriptIsReadOrRefused(@ForAll String script, @ForAll String text) {
    try {
      SedScript.parse(script).apply(text);
    } catch (InvalidSyntaxException refused) {
      assertEquals(true, refused.index() >= 0);
    }
  }
}
