package karst.type;

import org.jspecify.annotations.Nullable;

/**
 * Text in place of every value that is like a pattern, where {@code *} stands for any characters;
 * each star of the text is what the star at the same place in the pattern stands for (spl-semantics
 * §6.1 replace). Of several ways to match, the earlier stars are as short as can be.
 */
public final class WildcardReplacement {
  private final String[] pattern;
  private final String[] replacement;

  private WildcardReplacement(String[] pattern, String[] replacement) {
    this.pattern = pattern;
    this.replacement = replacement;
  }

  /** Returns the replacement of the values that are like a pattern. */
  public static WildcardReplacement of(String pattern, String replacement) {
    return new WildcardReplacement(pattern.split("\\*", -1), replacement.split("\\*", -1));
  }

  /** Returns what takes a value's place; null when the value is not like the pattern. */
  public @Nullable String apply(String value) {
    int stars = pattern.length - 1;
    String suffix = pattern[stars];
    if (stars == 0) {
      return value.equals(suffix) ? filled(new String[0]) : null;
    }
    int from = pattern[0].length();
    int to = value.length() - suffix.length();
    if (from > to || !value.startsWith(pattern[0]) || !value.endsWith(suffix)) {
      return null;
    }
    String[] found = new String[stars];
    for (int star = 0; star < stars - 1; star++) {
      String next = pattern[star + 1];
      int at = value.indexOf(next, from);
      if (at < 0 || at + next.length() > to) {
        return null;
      }
      found[star] = value.substring(from, at);
      from = at + next.length();
    }
    found[stars - 1] = value.substring(from, to);
    return filled(found);
  }

  /** A star of the replacement that no star of the pattern is left for stays a star. */
  private String filled(String[] found) {
    StringBuilder out = new StringBuilder(replacement[0]);
    for (int star = 0; star < replacement.length - 1; star++) {
      out.append(star < found.length ? found[star] : "*").append(replacement[star + 1]);
    }
    return out.toString();
  }
}
