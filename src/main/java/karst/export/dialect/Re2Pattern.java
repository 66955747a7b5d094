package karst.export.dialect;

import karst.export.ExportRefusal;
import karst.type.SplRegex;

/**
 * A regular expression of SPL in the notation of RE2, which means the same by it; what RE2 lacks or
 * reads otherwise is refused: looking around, references to groups, atomic groups, {@code \b}.
 *
 * <p>The end of a line is the known difference: {@code $} also stands before a final line break in
 * SPL. Where only it matters whether a text matches, the line break is written out.
 */
final class Re2Pattern {
  /** A replacement names a group by one digit. */
  private static final int MOST_GROUPS = 9;

  private static final String SAFE_ESCAPES = "dDwWtnrfAz";

  /** What the pattern is for. */
  private enum Use {
    /** Whether a text matches. */
    MATCH,
    /** What a group matches. */
    EXTRACT,
    /** What is replaced. */
    REPLACE
  }

  private final String source;
  private final Use use;
  private final StringBuilder out = new StringBuilder();
  private boolean dotAll;
  private boolean optional;
  private boolean lineBreak;
  private int at;

  private Re2Pattern(String source, Use use) {
    this.source = source;
    this.use = use;
  }

  /** Returns a pattern that matches the same texts. */
  static String matching(String source) {
    return new Re2Pattern(source, Use.MATCH).translate();
  }

  /**
   * What replaces the same parts of texts by the same.
   *
   * @param pattern what is replaced
   * @param replacement what by
   */
  record Replacement(String pattern, String replacement) {}

  /** Returns a replacement in RE2's notation. */
  static Replacement replacing(String source, String replacement) {
    SplRegex regex = SplRegex.compile(source);
    if (regex.find("")) {
      throw refusal("that matches the empty text");
    }
    Re2Pattern pattern = new Re2Pattern(source, Use.REPLACE);
    String translated = pattern.translate();
    String by = replacement(regex.groupCount(), replacement);
    if (!pattern.lineBreak) {
      return new Replacement(translated, by);
    }
    if (regex.groupCount() >= MOST_GROUPS) {
      throw refusal("with `$` and so many groups");
    }
    // The line break that `$` may stand before is put back.
    return new Replacement(translated, by + "\\" + (regex.groupCount() + 1));
  }

  /** Returns a pattern whose groups match the same parts; each takes part in every match. */
  static String extracting(String source) {
    Re2Pattern pattern = new Re2Pattern(source, Use.EXTRACT);
    String translated = pattern.translate();
    if (pattern.optional) {
      throw refusal("with a group that may take no part in a match");
    }
    return translated;
  }

  /** Refuses a pattern with a group that may take no part in a match. */
  static void requireGroups(String source) {
    extracting(source);
  }

  private static ExportRefusal refusal(String what) {
    return new ExportRefusal("the dialect has no equal of a regular expression " + what);
  }

  private String translate() {
    while (at < source.length()) {
      char c = source.charAt(at++);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> characterClass();
        case '(' -> group();
        case '$' -> end();
        case ')' -> {
          optional |= next() == '?' || next() == '*' || next() == '{';
          out.append(c);
        }
        case '|' -> {
          optional = true;
          out.append(c);
        }
        case '*', '+', '?', '}' -> quantified(c);
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private char next() {
    return at < source.length() ? source.charAt(at) : '\0';
  }

  private void quantified(char c) {
    out.append(c);
    if (next() == '+') {
      throw refusal("with a possessive quantifier");
    }
  }

  private void end() {
    boolean last = at == source.length();
    if (use == Use.MATCH && (last || next() == ')' || next() == '|')
        || use == Use.EXTRACT && last) {
      out.append("\\n?\\z");
    } else if (use == Use.REPLACE
        && last
        && !optional
        && !(dotAll && out.toString().endsWith(".*"))) {
      lineBreak = true;
      out.append("(\\n?)\\z");
    } else if (dotAll && out.toString().endsWith(".*")) {
      // Everything is eaten up to the very end.
      out.append("\\z");
    } else {
      throw refusal("with `$` where the line break before it counts");
    }
  }

  private void escape(boolean inClass) {
    if (at == source.length()) {
      throw refusal("that ends in a backslash");
    }
    char c = source.charAt(at++);
    if (c == 's') {
      out.append(inClass ? "\\s\\x0B" : "[\\s\\x0B]");
    } else if (c == 'S' && !inClass) {
      out.append("[^\\s\\x0B]");
    } else if (c == '_') {
      out.append(c);
    } else if (c == 'x') {
      out.append("\\x");
    } else if (SAFE_ESCAPES.indexOf(c) >= 0 || !isWord(c)) {
      out.append('\\').append(c);
    } else {
      throw refusal("with `\\" + c + "`");
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c >= 0x80;
  }

  private void characterClass() {
    out.append('[');
    if (next() == '^') {
      out.append(source.charAt(at++));
    }
    boolean first = true;
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c == ']' && !first) {
        out.append(c);
        return;
      }
      if (c == '\\') {
        escape(true);
      } else if (c == '[' && next() == ':') {
        int close = source.indexOf(":]", at);
        int end = close < 0 ? at : close + 2;
        out.append(c).append(source, at, end);
        at = end;
      } else if (c == '[' || c == ']' || (c == '&' && next() == '&')) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
      first = false;
    }
    throw refusal("with an open class of characters");
  }

  private void group() {
    if (next() != '?') {
      out.append('(');
      return;
    }
    at++;
    if (next() == 'P') {
      at++;
    }
    if (next() == '<' && at + 1 < source.length() && Character.isLetter(source.charAt(at + 1))) {
      at = source.indexOf('>', at) + 1;
      out.append('(');
      return;
    }
    StringBuilder flags = new StringBuilder();
    while (Character.isLetter(next())) {
      flags.append(source.charAt(at++));
    }
    boolean known = flags.chars().allMatch(flag -> flag == 'i' || flag == 's');
    if (!known || (next() != ')' && next() != ':')) {
      throw refusal("with `(?" + flags + next() + "`");
    }
    dotAll |= next() == ')' && flags.indexOf("s") >= 0;
    out.append("(?").append(flags).append(source.charAt(at++));
  }

  /** A backslash that names no group is doubled. */
  private static String replacement(int groups, String replacement) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      boolean reference =
          c == '\\' && i + 1 < replacement.length() && isDigit(replacement.charAt(i + 1));
      if (reference) {
        boolean longer = i + 2 < replacement.length() && isDigit(replacement.charAt(i + 2));
        int group = replacement.charAt(++i) - '0';
        if (group > groups || (longer && groups > MOST_GROUPS)) {
          throw refusal("whose replacement names a group that there is not");
        }
        out.append('\\').append(group);
      } else {
        out.append(c == '\\' ? "\\\\" : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns a text as a pattern that matches it alone. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
