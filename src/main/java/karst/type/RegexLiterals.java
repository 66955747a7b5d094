package karst.type;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds literals of which a text must hold at least one for a regular expression to match it.
 *
 * <p>It understands literal characters, classes, groups, alternatives and quantifiers, and gives up
 * on everything else: a literal too many would lose matches, none at all only costs time.
 */
final class RegexLiterals {
  private static final String ESCAPED_LITERALS = ".\\/-_()[]{}+*?|^$:;,'\"=&%#@!~<>` ";
  private static final String CLASS_ESCAPES = "dDwWsSbBhHvVRAzZtnr";

  private final String pattern;
  private final boolean ignoresCase;
  private int at;

  private RegexLiterals(String pattern, int start, boolean ignoresCase) {
    this.pattern = pattern;
    this.at = start;
    this.ignoresCase = ignoresCase;
  }

  /** What is not understood. */
  private static final class GiveUp extends Exception {
    private static final long serialVersionUID = 1;

    GiveUp() {
      super(null, null, false, false);
    }
  }

  /** The literals, in lower case where case is ignored. */
  record Required(List<String> alternatives, boolean ignoresCase) {}

  /** Returns the literals of a pattern, null when there are none. */
  static @Nullable Required of(String pattern) {
    boolean ignoresCase = false;
    int start = 0;
    if (pattern.startsWith("(?i)") || pattern.startsWith("(?s)")) {
      ignoresCase = pattern.charAt(2) == 'i';
      start = 4;
    } else if (pattern.startsWith("(?is)") || pattern.startsWith("(?si)")) {
      ignoresCase = true;
      start = 5;
    }
    RegexLiterals reader = new RegexLiterals(pattern, start, ignoresCase);
    try {
      List<String> found = reader.alternatives();
      return found == null || reader.at < pattern.length()
          ? null
          : new Required(found.stream().distinct().toList(), ignoresCase);
    } catch (GiveUp notUnderstood) {
      return null;
    }
  }

  /** Reads up to the end of a group; null when some alternative needs no literal. */
  private @Nullable List<String> alternatives() throws GiveUp {
    List<String> all = new ArrayList<>();
    boolean known = true;
    while (true) {
      List<String> sequence = sequence();
      known &= sequence != null;
      if (sequence != null) {
        all.addAll(sequence);
      }
      if (at == pattern.length() || pattern.charAt(at) != '|') {
        return known ? all : null;
      }
      at++;
    }
  }

  private @Nullable List<String> sequence() throws GiveUp {
    List<String> best = null;
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int literal = -1;
      List<String> group = null;
      char c = pattern.charAt(at++);
      switch (c) {
        case '(' -> group = group();
        case '[' -> skipClass();
        case '.', '^', '$' -> {}
        case '\\' -> literal = escaped();
        case '*', '+', '?', '{' -> throw new GiveUp();
        default -> literal = c;
      }
      int least = quantifier();
      boolean repeats = least < 0;
      if (literal >= 0 && least != 0 && isFit((char) literal)) {
        run.append(ignoresCase ? Character.toLowerCase((char) literal) : (char) literal);
        if (!repeats) {
          continue;
        }
      }
      best = better(best, run);
      run.setLength(0);
      if (group != null && least != 0) {
        best = better(best, group);
      }
    }
    return better(best, run);
  }

  private @Nullable List<String> group() throws GiveUp {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (at < pattern.length() && pattern.charAt(at) == '?') {
      throw new GiveUp();
    }
    List<String> inner = alternatives();
    if (at == pattern.length()) {
      throw new GiveUp();
    }
    at++;
    return inner;
  }

  private void skipClass() throws GiveUp {
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    if (at < pattern.length() && pattern.charAt(at) == ']') {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      if (pattern.charAt(at) == '[' || pattern.startsWith("&&", at)) {
        throw new GiveUp();
      }
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= pattern.length()) {
      throw new GiveUp();
    }
    at++;
  }

  /** Returns the character that is escaped, -1 for a class or an assertion. */
  private int escaped() throws GiveUp {
    if (at == pattern.length()) {
      throw new GiveUp();
    }
    char c = pattern.charAt(at++);
    if (ESCAPED_LITERALS.indexOf(c) >= 0) {
      return c;
    }
    if (CLASS_ESCAPES.indexOf(c) >= 0) {
      return -1;
    }
    throw new GiveUp();
  }

  /** Reads a quantifier; returns 1 for none, 0 when none need be there, -1 for one or more. */
  private int quantifier() throws GiveUp {
    if (at == pattern.length()) {
      return 1;
    }
    int least =
        switch (pattern.charAt(at)) {
          case '*', '?' -> 0;
          case '+' -> -1;
          case '{' -> throw new GiveUp();
          default -> 1;
        };
    if (least != 1) {
      at++;
      if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
        at++;
      }
    }
    return least;
  }

  /** Beyond ASCII there are other cases of i, k and s (dotted and dotless I, Kelvin, long s). */
  private boolean isFit(char c) {
    return c < 0x80 && (!ignoresCase || "iIkKsS".indexOf(c) < 0);
  }

  private static @Nullable List<String> better(@Nullable List<String> best, StringBuilder run) {
    return run.length() == 0 ? best : better(best, List.of(run.toString()));
  }

  private static @Nullable List<String> better(@Nullable List<String> best, List<String> other) {
    return best == null || shortest(other) > shortest(best) ? other : best;
  }

  private static int shortest(List<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(0);
  }
}
