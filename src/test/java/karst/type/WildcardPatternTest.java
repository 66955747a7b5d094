package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardPatternTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "abc, abc, true",
        "abc, ABC, true",
        "abc, abcd, false",
        "a*, abc, true",
        "*c, abc, true",
        "a*c, ac, true",
        "ab*bc, abc, false",
        "a*b*b, ab, false",
        "é*b*b, éb, false",
        "é*b*b, ébb, true",
        "a*b*c, axxbyyc, true",
        "*b*, abc, true",
        "*x*, abc, false",
        "**a**, bab, true",
        "*, anything, true",
        "*, ``, true",
        "``, ``, true",
        "``, a, false",
        "a?c, abc, false",
        "[a-c], b, false",
        "*\\Temp\\*, C:\\Temp\\x, true",
        "\\\\*\\C$, \\\\host\\C$, true",
        "\\*, \\x, true",
        "\\*, *, false",
        "*straße, HAUPTSTRAßE, true",
        "*ΣΑΣ, σας, true",
        "k*, \u212Aelvin, true",
        "*😀*, a😀b, true",
        "a*a, a, false"
      })
  void aPatternMatchesWholeTextsInAnyCase(String pattern, String text, boolean expected) {
    assertEquals(expected, matches(pattern, text, false));
  }

  @ParameterizedTest
  @CsvSource({"Ab*, Abc, true", "Ab*, abc, false", "*Ä, aÄ, true", "*Ä, aä, false", "a, A, false"})
  void caseCountsOnRequest(String pattern, String text, boolean expected) {
    assertEquals(expected, matches(pattern, text, true));
  }

  @Test
  void aStarSpansLines() {
    assertTrue(matches("a*c", "a\n\r\nc", false));
  }

  @Test
  void aPatternTellsItsParts() {
    WildcardPattern pattern = WildcardPattern.compile("**Ab*c\\**", false);
    assertEquals(List.of("Ab", "c\\"), pattern.literals());
    assertTrue(pattern.hasWildcard());
    assertFalse(pattern.matchesEverything());
    assertEquals("**Ab*c\\**", pattern.pattern());
    assertTrue(WildcardPattern.compile("**", false).matchesEverything());
    assertFalse(WildcardPattern.compile("", false).matchesEverything());
    assertFalse(WildcardPattern.compile("ab", false).hasWildcard());
  }

  @Test
  void manyStarsTakeNoExponentialTime() {
    String pattern = "a*".repeat(60) + "b";
    assertFalse(matches(pattern, "a".repeat(20_000), false));
  }

  @Property(tries = 2000)
  void matchingAgreesWithTheDefinition(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    assertEquals(
        defined(CaseFolding.fold(pattern), CaseFolding.fold(text)), matches(pattern, text, false));
    assertEquals(defined(pattern, text), matches(pattern, text, true));
  }

  @Property(tries = 500)
  void aTextWithSomeRunsReplacedByStarsMatchesIt(
      @ForAll String head, @ForAll String middle, @ForAll String tail) {
    String text = head + middle + tail;
    assertTrue(WildcardPattern.compile(head + "*" + tail, false).matches(text));
    assertTrue(WildcardPattern.compile("*" + middle + "*", false).matches(text));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("aAb\\Äk*").ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> ascii = Arbitraries.strings().withChars("abB\\K").ofMaxLength(8);
    Arbitrary<String> any = Arbitraries.strings().withChars("aAbäÄ\u212A\\").ofMaxLength(8);
    return Arbitraries.oneOf(ascii, any);
  }

  /** Matches as a string and as bytes in the middle of others, which must agree. */
  private static boolean matches(String pattern, String text, boolean caseSensitive) {
    WildcardPattern compiled = WildcardPattern.compile(pattern, caseSensitive);
    byte[] bytes = ("a" + text + "b").getBytes(StandardCharsets.UTF_8);
    boolean byText = compiled.matches(text);
    assertEquals(byText, compiled.matches(bytes, 1, bytes.length - 1), pattern + " on " + text);
    return byText;
  }

  private static boolean defined(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return defined(pattern.substring(1), text)
          || (!text.isEmpty() && defined(pattern, text.substring(1)));
    }
    return !text.isEmpty()
        && pattern.charAt(0) == text.charAt(0)
        && defined(pattern.substring(1), text.substring(1));
  }
}
