package karst.type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A search value with {@code *} for any run of characters, matched against a whole text
 * (spl-semantics §2.2). There is no escape for the star: a backslash is an ordinary character.
 *
 * <p>Matching takes no backtracking: the first run of literal characters must begin the text, the
 * last must end it, and those between are found one after the other, each at its first place.
 */
public final class WildcardPattern {
  private final String pattern;
  private final List<String> literals;
  private final boolean caseSensitive;
  private final boolean startsWithStar;
  private final boolean endsWithStar;
  private final boolean hasWildcard;

  /** The literals as they are compared: folded unless case counts. */
  private final String[] needles;

  /** The needles in UTF-8. */
  private final byte[][] byteNeedles;

  private final boolean ascii;

  private WildcardPattern(String pattern, boolean caseSensitive) {
    this.pattern = pattern;
    this.caseSensitive = caseSensitive;
    literals = split(pattern);
    hasWildcard = pattern.indexOf('*') >= 0;
    startsWithStar = pattern.startsWith("*");
    endsWithStar = pattern.endsWith("*");
    needles = new String[literals.size()];
    byteNeedles = new byte[literals.size()][];
    boolean allAscii = true;
    for (int i = 0; i < needles.length; i++) {
      String literal = literals.get(i);
      needles[i] = caseSensitive ? literal : CaseFolding.fold(literal);
      byteNeedles[i] = needles[i].getBytes(StandardCharsets.UTF_8);
      allAscii &= Utf8Search.isAscii(byteNeedles[i], 0, byteNeedles[i].length);
    }
    ascii = allAscii;
  }

  /** Compiles a pattern; unless case counts, characters match by Unicode simple case folding. */
  public static WildcardPattern compile(String pattern, boolean caseSensitive) {
    return new WildcardPattern(pattern, caseSensitive);
  }

  /** Returns the pattern's text. */
  public String pattern() {
    return pattern;
  }

  /** Returns whether the pattern has a star. */
  public boolean hasWildcard() {
    return hasWildcard;
  }

  /** Returns whether every text matches. */
  public boolean matchesEverything() {
    return hasWildcard && literals.isEmpty();
  }

  /** Returns the runs of characters between the stars, as written and none empty. */
  public List<String> literals() {
    return literals;
  }

  /** Returns whether a whole text matches. */
  public boolean matches(String text) {
    String subject = caseSensitive ? text : CaseFolding.fold(text);
    if (!hasWildcard) {
      return needles.length == 0 ? subject.isEmpty() : subject.equals(needles[0]);
    }
    int from = 0;
    int to = subject.length();
    int first = 0;
    int last = needles.length;
    if (!startsWithStar) {
      if (!subject.startsWith(needles[0])) {
        return false;
      }
      from = needles[first++].length();
    }
    if (!endsWithStar) {
      String suffix = needles[--last];
      to -= suffix.length();
      if (to < from || !subject.startsWith(suffix, to)) {
        return false;
      }
    }
    for (int i = first; i < last; i++) {
      int at = subject.indexOf(needles[i], from);
      if (at < 0 || at + needles[i].length() > to) {
        return false;
      }
      from = at + needles[i].length();
    }
    return true;
  }

  /** Returns whether a whole range of UTF-8 bytes matches; no object is made for ASCII. */
  public boolean matches(byte[] bytes, int start, int end) {
    if (caseSensitive) {
      // UTF-8 never finds one character inside another, so bytes serve for any text.
      return matchesBytes(bytes, start, end, false);
    }
    if (ascii && Utf8Search.isAscii(bytes, start, end)) {
      return matchesBytes(bytes, start, end, true);
    }
    return matches(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  private boolean matchesBytes(byte[] bytes, int start, int end, boolean fold) {
    if (!hasWildcard) {
      byte[] whole = needles.length == 0 ? new byte[0] : byteNeedles[0];
      return end - start == whole.length && Utf8Search.equalsAt(bytes, start, whole, fold);
    }
    int from = start;
    int to = end;
    int first = 0;
    int last = needles.length;
    if (!startsWithStar) {
      byte[] prefix = byteNeedles[first++];
      if (to - from < prefix.length || !Utf8Search.equalsAt(bytes, from, prefix, fold)) {
        return false;
      }
      from += prefix.length;
    }
    if (!endsWithStar) {
      byte[] suffix = byteNeedles[--last];
      to -= suffix.length;
      if (to < from || !Utf8Search.equalsAt(bytes, to, suffix, fold)) {
        return false;
      }
    }
    for (int i = first; i < last; i++) {
      int at = Utf8Search.indexOf(bytes, from, to, byteNeedles[i], fold);
      if (at < 0) {
        return false;
      }
      from = at + byteNeedles[i].length;
    }
    return true;
  }

  private static List<String> split(String pattern) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    while (from <= pattern.length()) {
      int star = pattern.indexOf('*', from);
      int to = star < 0 ? pattern.length() : star;
      if (to > from) {
        runs.add(pattern.substring(from, to));
      }
      from = to + 1;
    }
    return List.copyOf(runs);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
