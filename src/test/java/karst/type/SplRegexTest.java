package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplRegexTest {
  private static final String NONE = "no match";

  /** Pattern, text, and what the first match covers. */
  static Stream<Arguments> aPatternFindsCases() {
    return Stream.of(
        arguments("b+", "abbc", "bb"),
        arguments("(?i)ÄB", "xäb", "äb"),
        // Literal braces.
        arguments("({|%7B)", "a{b", "{"),
        arguments("x{,3}", "x{,3}", "x{,3}"),
        arguments("a{2}", "aaa", "aa"),
        arguments("a{2}{", "aa{", "aa{"),
        arguments("^{x}", "{x}", "{x}"),
        arguments("{a}{2}", "{a}}", "{a}}"),
        // Sets.
        arguments("[[:alpha:]]+", "12ab3", "ab"),
        arguments("[^[:^digit:]]+", "ab12", "12"),
        arguments("[[:alpha:]_-]+", "1a_-b", "a_-b"),
        arguments("(?i)[[:upper:]]+", "1ab", "ab"),
        arguments("[[a]+", "x[a[", "[a["),
        arguments("[a&&b]+", "xa&&b", "a&&b"),
        arguments("[]a]+", "x]a", "]a"),
        arguments("[^]a]+", "]ab", "b"),
        arguments("[a^-]+", "x-^a", "-^a"),
        arguments("[\\w-.]+", "*a-b.", "a-b."),
        arguments("[a-\\d]+", "x1-a", "1-a"),
        arguments("[\\\\/]+", "a\\/b", "\\/"),
        arguments("[\\w\\.-]+", "@a.b-c@", "a.b-c"),
        arguments("[\\x41-\\x{43}]+", "xABCD", "ABC"),
        arguments("[\\Q]^-\\E]+", "a]^-b", "]^-"),
        arguments("[\\s\\h#]+", "a #b", " #"),
        arguments("[\\b]", "a\bb", "\b"),
        arguments("[\\101\\e]", "xA", "A"),
        // Escapes.
        arguments("\\Qa.b\\E+", "a.bb", "a.bb"),
        arguments("\\x{202E}", "a\u202Eb", "\u202E"),
        arguments("\\x41\\x", "A\0", "A\0"),
        arguments("\\101\\0101", "A\b1", "A\b1"),
        arguments("\\_\\-\\\"\\/", "a_-\"/", "_-\"/"),
        arguments("\\e\\cA", "\u001b\u0001", "\u001b\u0001"),
        arguments("\\p{Lu}\\pN\\p{Greek}", "aA1α", "A1α"),
        arguments("\\P{^Lu}\\p{L&}", "aAb", "Ab"),
        arguments("\\bß?a\\b", "ßa", "a"),
        arguments("a\\N+", "abc", "abc"),
        arguments("\\R", "a\r\n", "\r\n"),
        // Groups and references.
        arguments("(?P<a_b>x)(?P=a_b)", "axx", "xx"),
        arguments("(?<n>a)\\k<n>\\k{n}\\k'n'\\g{n}\\g1\\g{-1}\\1", "aaaaaaaa", "aaaaaaaa"),
        arguments("(a)\\g{1}0", "aa0", "aa0"),
        arguments("(?'q'a|b)+", "cab", "ab"),
        arguments("(?>a+)ab", "aaab", NONE),
        arguments("a++b", "aab", "aab"),
        arguments("a(?#note (here)b", "ab", "ab"),
        arguments("(?x) a b # note ) (\n c [ ] \\ d", "abc  d", "abc  d"),
        arguments("(?x: a b ) c", "ab c", "ab c"),
        arguments("(?i:a)b", "Ab", "Ab"),
        arguments("(?i)a(?-i)b", "AB", NONE),
        arguments("(?s).+", "a\nb", "a\nb"),
        arguments("(?<=a)b(?=c)(?!d)", "abc", "b"),
        // Lines end at \n only, and $ also matches before the last one.
        arguments("a$", "a\n", "a"),
        arguments("a$", "a\n\n", NONE),
        arguments("a$", "a\r", NONE),
        arguments(".+", "a\rb\n", "a\rb"),
        arguments("(?m)^b$", "a\nb\nc", "b"));
  }

  @ParameterizedTest
  @MethodSource("aPatternFindsCases")
  void aPatternFinds(String pattern, String text, String match) {
    assertEquals(match, first(pattern, text));
  }

  static Stream<Arguments> aWrongPatternIsRefusedAtItsPlaceCases() {
    return Stream.of(
        arguments("a(b", 1, "missing the closing parenthesis `)`"),
        arguments("a)b", 1, "unmatched closing parenthesis `)`"),
        arguments("ab[^\\]", 2, "missing the closing bracket `]`"),
        arguments("ab\\", 2, "the pattern ends with a lone backslash"),
        arguments("*a", 0, "there is nothing that `*` could repeat"),
        arguments("a|+", 2, "there is nothing that `+` could repeat"),
        arguments("a**", 2, "there is nothing that `*` could repeat"),
        arguments("a{3,2}", 1, "the repetition's bounds are in the wrong order"),
        arguments("a{70000}", 1, "cannot repeat more than 65535 times"),
        arguments("a\\Kb", 1, "`\\K`, which moves the start of the match, is not supported"),
        arguments("(a)(?P>x)", 3, "recursion into a group is not supported"),
        arguments("(a(?R))", 2, "recursion into a group is not supported"),
        arguments("(a)(?1)", 3, "recursion into a group is not supported"),
        arguments("(?(1)a|b)", 0, "a condition `(?(...)...)` is not supported"),
        arguments("(?|a)", 0, "a branch reset `(?|...)` is not supported"),
        arguments("(*SKIP)", 0, "a verb such as `(*SKIP)` is not supported"),
        arguments("(?U)a", 0, "the option `U` is not supported"),
        arguments("(?q)a", 2, "unknown group option `q`"),
        arguments("(?<a>x)(?<a>y)", 10, "there is a group `a` already"),
        arguments("(?<a-b>x)", 4, "a group's name has letters, digits and underscores only"),
        arguments("(?<1a>x)", 3, "a group's name starts with a letter or underscore"),
        arguments("x\\k<n>", 1, "there is no group `n` before this"),
        arguments("(a)\\2", 3, "there is no group 2"),
        arguments("[z-a]", 3, "the range ends before it starts"),
        arguments("[[:alfa:]]", 1, "unknown POSIX class `alfa`"),
        arguments("[:alpha:]", 0, "a POSIX class stands in brackets: `[[:name:]]`"),
        arguments("\\p{Klingon}", 0, "unknown Unicode property `Klingon`"),
        arguments("\\x{110000}", 0, "there is no character with this number"),
        arguments("\\x{}", 0, "expected a hexadecimal number in braces"));
  }

  @ParameterizedTest
  @MethodSource("aWrongPatternIsRefusedAtItsPlaceCases")
  void aWrongPatternIsRefusedAtItsPlace(String pattern, int index, String message) {
    InvalidSyntaxException e =
        assertThrows(InvalidSyntaxException.class, () -> SplRegex.compile(pattern));
    assertEquals(message, e.getMessage());
    assertEquals(index, e.index());
  }

  @Test
  void whatOnlyJavaRefusesIsPlacedInTheUsersPattern() {
    InvalidSyntaxException e =
        assertThrows(
            InvalidSyntaxException.class, () -> SplRegex.compile("(?<long_name>a)(?<=(?:bc)*)c"));
    assertTrue(e.index() >= 15 && e.index() <= 26, "at " + e.index());
  }

  @Test
  void groupsKeepTheNamesThatUsersGaveThem() {
    SplRegex regex = SplRegex.compile("(x)?(?<src_user>\\w+)@(?P<_d1>\\w+)(?<none>!)?");
    assertEquals(List.of("src_user", "_d1", "none"), regex.groupNames());
    assertEquals(4, regex.groupCount());
    SplRegex.Match match = regex.matcher("a@b c@d");
    assertTrue(match.next());
    assertEquals("a", match.group("src_user"));
    assertEquals("b", match.group("_d1"));
    assertNull(match.group("none"));
    assertEquals(0, match.start());
    assertEquals(3, match.end());
    assertTrue(match.next());
    assertEquals("c@d", match.group(0));
    assertFalse(match.next());
    assertThrows(IllegalArgumentException.class, () -> match.group("other"));
    match.reset("e@f");
    assertTrue(match.next());
    assertEquals("e", match.group("src_user"));
  }

  static Stream<Arguments> everyMatchIsReplacedCases() {
    return Stream.of(
        arguments("(\\d+)/(\\d+)", "1/2 3/4", "\\2/\\1", "2/1 4/3"),
        arguments("b", "abc", "[\\0]", "a[b]c"),
        arguments("(a)(x)?", "ab", "<\\2\\1>", "<a>b"),
        arguments("(a)", "a", "\\12", "a2"),
        arguments("\\\\", "a\\b", "/", "a/b"),
        arguments("x", "axb", "$1\\n\\", "a$1\\n\\b"),
        arguments("x", "abc", "y", "abc"),
        arguments("x*", "abc", "-", "-a-b-c-"));
  }

  @ParameterizedTest
  @MethodSource("everyMatchIsReplacedCases")
  void everyMatchIsReplaced(String pattern, String text, String replacement, String expected) {
    assertEquals(expected, SplRegex.compile(pattern).replaceAll(text, replacement));
  }

  @Test
  void aPatternThatBacktracksWithoutEndFails() {
    SplRegex regex = SplRegex.compile("(a+)+$");
    assertThrows(RegexLimitException.class, () -> regex.find("a".repeat(50_000) + "!"));
    // A back reference keeps Java from remembering what has failed before.
    SplRegex exponential = SplRegex.compile("(x?)(a+)+\\1$");
    RegexLimitException e =
        assertThrows(RegexLimitException.class, () -> exponential.find("a".repeat(40) + "!"));
    assertEquals(
        "the regular expression `(x?)(a+)+\\1$` took more than 10000000 steps", e.getMessage());
    assertTrue(exponential.find("a".repeat(40)));
  }

  @Test
  void everyMatchHasItsOwnBudget() {
    SplRegex regex = SplRegex.compile("a");
    SplRegex.Match match = regex.matcher("a".repeat(2_000_000) + "b".repeat(2_000_000));
    int count = 0;
    while (match.next()) {
      count++;
    }
    assertEquals(2_000_000, count);
  }

  @Test
  void aMatchThatExhaustsTheStackFails() {
    SplRegex regex = SplRegex.compile("(?:a|b|(c))*d");
    String text = "abc".repeat(200_000);
    assertThrows(RegexLimitException.class, () -> regex.find(text));
  }

  @Test
  void aPatternThatIsNestedTooDeeplyIsRefused() {
    String pattern = "(".repeat(100_000) + ")".repeat(100_000);
    assertThrows(InvalidSyntaxException.class, () -> SplRegex.compile(pattern));
  }

  @Property(tries = 1000)
  void quotedTextMatchesItself(@ForAll("awkward") String text) {
    StringBuilder set = new StringBuilder("^(?:");
    text.codePoints()
        .forEach(c -> set.append(c < 0x80 ? "[\\x{" + Integer.toHexString(c) + "}]" : "[^a]"));
    assertTrue(SplRegex.compile(set + ")\\z").find(text));
    if (!text.contains("\\E")) {
      assertTrue(SplRegex.compile("^\\Q" + text + "\\E\\z").find(text));
    }
  }

  /** Over a small alphabet both languages agree, so Java judges. */
  @Property(tries = 1000)
  void patternsThatJavaKnowsMeanTheSame(
      @ForAll("plainPatterns") String pattern, @ForAll("plainTexts") String text) {
    boolean expected = Pattern.compile(pattern).matcher(text).find();
    assertEquals(expected, SplRegex.compile(pattern).find(text), pattern + " on " + text);
  }

  @Property(tries = 1000)
  void aPatternCompilesOrIsRefusedInItsOwnTerms(@ForAll("awkwardPatterns") String pattern) {
    try {
      SplRegex.compile(pattern);
    } catch (InvalidSyntaxException e) {
      assertTrue(e.index() >= -1 && e.index() <= pattern.length(), pattern);
    }
  }

  @Provide
  Arbitrary<String> awkward() {
    return Arbitraries.strings().withChars("[]{}()\\^$.|?*+-&#: \nQEé").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> awkwardPatterns() {
    return Arbitraries.strings().withChars("[](){}\\<>?:P=xkgb^1a-,*+&").ofMaxLength(9);
  }

  @Provide
  Arbitrary<String> plainPatterns() {
    Arbitrary<String> atom =
        Arbitraries.of("a", "b", "[ab]", "[^a]", "(?:ab|c)", "(a)", "\\w", ".");
    Arbitrary<String> suffix = Arbitraries.of("", "", "?", "*", "+?", "{2}", "{1,}", "|");
    return Arbitraries.lazyOf(() -> atom.flatMap(a -> suffix.map(s -> a + s)))
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> plainTexts() {
    return Arbitraries.strings().withChars("abc ").ofMaxLength(6);
  }

  private static String first(String pattern, String text) {
    SplRegex.Match match = SplRegex.compile(pattern).matcher(text);
    return match.next() ? text.substring(match.start(), match.end()) : NONE;
  }
}
