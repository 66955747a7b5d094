package karst.type;

import java.util.List;

/**
 * A search value with {@code *} for any run of characters, matched against a whole text
 * (spl-semantics §2.2). There is no escape for the star.
 */
public final class WildcardPattern {
  private WildcardPattern() {}

  /** Compiles a pattern; unless case counts, characters match by Unicode simple case folding. */
  public static WildcardPattern compile(String pattern, boolean caseSensitive) {
    throw new UnsupportedOperationException(pattern + caseSensitive);
  }

  /** Returns the pattern's text. */
  public String pattern() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether the pattern has a star. */
  public boolean hasWildcard() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether every text matches. */
  public boolean matchesEverything() {
    throw new UnsupportedOperationException();
  }

  /** Returns whether a whole text matches. */
  public boolean matches(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Returns whether a whole range of UTF-8 bytes matches; no object is made for ASCII. */
  public boolean matches(byte[] bytes, int start, int end) {
    throw new UnsupportedOperationException();
  }

  /** Returns the runs of characters between the stars, none empty. */
  public List<String> literals() {
    throw new UnsupportedOperationException();
  }
}
