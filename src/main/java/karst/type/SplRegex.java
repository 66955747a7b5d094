package karst.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Perl-compatible regular expression as SPL users write them, on top of java.util.regex: group
 * names may hold {@code _}, {@code (?P<name>...)} is known, a brace that is no quantifier is a
 * literal. Matching is bounded: a pattern that backtracks without end fails instead of hanging.
 */
public final class SplRegex {
  private SplRegex() {}

  /**
   * Compiles a pattern, after SPL's own escapes are undone.
   *
   * @throws InvalidSyntaxException if the pattern is wrong
   */
  public static SplRegex compile(String pattern) {
    throw new UnsupportedOperationException(pattern);
  }

  /** Returns the names of the named groups in order of appearance, as the user wrote them. */
  public List<String> groupNames() {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns whether the pattern matches anywhere in a text.
   *
   * @throws RegexLimitException if the match takes too many steps
   */
  public boolean find(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Returns the text with every match replaced; {@code \1} stands for a group, \0 for all. */
  public String replaceAll(String text, String replacement) {
    throw new UnsupportedOperationException(text + replacement);
  }

  /** Returns a matcher of a text. */
  public Match matcher(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** The matches of a pattern in a text, one after the other. */
  public interface Match {
    /** Moves to the next match and says whether there is one. */
    boolean next();

    /** Returns where the match starts. */
    int start();

    /** Returns where the match ends. */
    int end();

    /** Returns what a named group matched, or null. */
    @Nullable String group(String name);
  }
}
