package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardReplacementTest {
  @ParameterizedTest
  @CsvSource({
    "abc, x, abc, x",
    "*host, *server, myhost, myserver",
    "*a*, <*|*>, banana, <b|nana>",
    "a*, *-*, abc, bc-*",
    "*, x*, '', x",
    "**, *|*, ab, |ab",
  })
  void starsStandForStars(String pattern, String replacement, String value, String expected) {
    assertEquals(expected, WildcardReplacement.of(pattern, replacement).apply(value));
  }

  @Test
  void theWholeValueMustBeLikeThePattern() {
    assertNull(WildcardReplacement.of("b", "x").apply("abc"));
    assertNull(WildcardReplacement.of("ab*ba", "x").apply("aba"));
    assertNull(WildcardReplacement.of("A*", "x").apply("abc"));
  }

  @Property(tries = 500)
  void itMatchesAsAReluctantRegularExpression(
      @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 6) String pattern,
      @ForAll @Chars({'a', 'b'}) @StringLength(max = 8) String value) {
    String regex = Pattern.quote(pattern).replace("*", "\\E(.*?)\\Q");
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(value);
    String expected = null;
    if (matcher.matches()) {
      StringBuilder groups = new StringBuilder();
      for (int i = 1; i <= matcher.groupCount(); i++) {
        groups.append(matcher.group(i)).append('|');
      }
      expected = groups.toString();
    }
    String stars = "*|".repeat((int) pattern.chars().filter(c -> c == '*').count());
    assertEquals(expected, WildcardReplacement.of(pattern, stars).apply(value));
  }
}
