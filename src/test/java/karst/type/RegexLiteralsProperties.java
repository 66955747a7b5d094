package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegexLiteralsProperties {
  @Property(tries = 5000)
  void aTextThatMatchesIsACandidate(
      @ForAll("patterns") String pattern, @ForAll("texts") List<String> texts) {
    SplRegex regex;
    try {
      regex = SplRegex.compile(pattern);
    } catch (InvalidSyntaxException wrong) {
      return;
    }
    byte[] bytes = String.join("", texts).getBytes(StandardCharsets.UTF_8);
    int[] offsets = new int[texts.size() + 1];
    for (int i = 0; i < texts.size(); i++) {
      offsets[i + 1] = offsets[i] + texts.get(i).getBytes(StandardCharsets.UTF_8).length;
    }
    BitSet candidates = regex.candidates(bytes, offsets, texts.size());
    for (int i = 0; i < texts.size() && candidates != null; i++) {
      assertTrue(!regex.find(texts.get(i)) || candidates.get(i), pattern + " in " + texts.get(i));
    }
  }

  @Example
  void theLongestThatIsNeededIsTaken() {
    assertEquals(List.of("cmd"), literals("^a?cmd.*$"));
    assertEquals(
        List.of("download", "e-webreque"), literals("(?i)(DownloadString|invoke-webrequest)"));
    assertEquals(List.of("http"), literals("https?://[^ ]+\\.(ps1|exe)"));
    assertEquals(List.of("ab", "cd"), literals("x*(?:ab|cd)+"));
    assertEquals(List.of(".exe"), literals("\\.exe$"));
  }

  @Example
  void whatIsNotUnderstoodOrNotNeededHasNone() {
    for (String pattern :
        List.of(
            "a|", "(a|b*)", "[abc]", "(?x)a b", "(?=abc)", "a{2}", "(abc)?", "\\x41", "(?i)i")) {
      assertNull(RegexLiterals.of(pattern), pattern);
    }
  }

  @Example
  void lettersWithOtherCasesBeyondAsciiAreLeftOut() {
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      int folded = Character.toLowerCase(Character.toUpperCase(c));
      int lower = Character.toLowerCase(c);
      for (int ascii : new int[] {folded, lower}) {
        if (ascii < 0x80) {
          assertNull(RegexLiterals.of("(?i)" + Character.toString(ascii)), Character.toString(c));
        }
      }
    }
  }

  private static List<String> literals(String pattern) {
    return Objects.requireNonNull(RegexLiterals.of(pattern)).alternatives();
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a", "b", "AB", "k", "i", "-", "\\.", "\\d", "\\\\", "[ab]", "[^a]", ".", "*", "+", "?",
            "+?", "|", "(", ")", "(?:", "^", "$", "{2}", "\\b", "é", "(?i)", "(?i)", "x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(
            "a", "b", "AB", "ab", "K", "\u212a", "\u0130", "-", ".", "\\", "é", "1", "x", "\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
