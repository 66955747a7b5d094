package karst.function.library;

import karst.type.WildcardPattern;

/**
 * The value of a search term: a text with wildcards, or a subnet that addresses are in
 * (spl-semantics §2.2).
 */
final class SearchPattern {
  private final WildcardPattern wildcard;

  private SearchPattern(WildcardPattern wildcard) {
    this.wildcard = wildcard;
  }

  /** Compiles a value. */
  static SearchPattern compile(String text, boolean caseSensitive) {
    return new SearchPattern(WildcardPattern.compile(text, caseSensitive));
  }

  /** Returns whether a text matches as a whole. */
  boolean matches(String text) {
    return wildcard.matches(text);
  }

  /** Returns whether UTF-8 bytes match as a whole. */
  boolean matches(byte[] bytes, int start, int end) {
    return wildcard.matches(bytes, start, end);
  }
}
