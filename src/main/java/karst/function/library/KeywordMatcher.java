package karst.function.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a keyword or phrase in a raw event: the text must stand between breakers (spaces and
 * punctuation) or at an end; a star stands for characters that are no major breakers (spl-semantics
 * §2.5).
 */
final class KeywordMatcher {
  private static final String MAJOR = "\\s\\[\\]<>(){}|!;,'\"*&?+";
  private static final String MINOR = "/:=@.\\-$#%\\\\_";

  private final Pattern pattern;

  private KeywordMatcher(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Compiles a word or phrase between breakers of either kind. */
  static KeywordMatcher word(String term, boolean caseSensitive) {
    return compile(term, caseSensitive, MAJOR + MINOR);
  }

  /** Compiles what stands between major breakers, as {@code TERM(...)} asks. */
  static KeywordMatcher token(String term) {
    return compile(term, false, MAJOR);
  }

  private static KeywordMatcher compile(String term, boolean caseSensitive, String breakers) {
    List<String> literals = new ArrayList<>();
    for (String part : term.split("\\*", -1)) {
      literals.add(part.isEmpty() ? "" : Pattern.quote(part));
    }
    String body = String.join("[^" + MAJOR + "]*", literals);
    // A star at an end already reaches up to the breaker.
    String before = term.startsWith("*") ? "" : "(?<![^" + breakers + "])";
    String after = term.endsWith("*") ? "" : "(?![^" + breakers + "])";
    int flags = caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return new KeywordMatcher(Pattern.compile(before + body + after, flags));
  }

  /** Returns whether a raw event has the term. */
  boolean matches(String raw) {
    Matcher matcher = pattern.matcher(raw);
    return matcher.find();
  }
}
