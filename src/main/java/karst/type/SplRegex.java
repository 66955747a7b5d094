package karst.type;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A Perl-compatible regular expression as SPL users write them, on top of java.util.regex: group
 * names may hold {@code _}, {@code (?P<name>...)} is known, a brace that is no quantifier is a
 * literal. Matching is bounded: a pattern that backtracks without end fails instead of hanging.
 */
public final class SplRegex {
  /** How many characters one match may look at before it fails. */
  public static final long STEP_LIMIT = 10_000_000;

  /** More literals are looked for all at once, not one after the other. */
  private static final int FEW_LITERALS = 8;

  /**
   * Only {@code \n} ends a line, as in PCRE; and case is Unicode's, since a pattern may name
   * characters beyond 0xFF, which PCRE allows in its Unicode mode alone.
   */
  private static final int FLAGS = Pattern.UNIX_LINES | Pattern.UNICODE_CASE;

  private final String source;
  private final Pattern pattern;
  private final Map<String, Integer> groups;
  private final List<String> groupNames;
  private final int groupCount;
  private final @Nullable TextPrefilter prefilter;
  private final @Nullable TextAutomaton automaton;

  private SplRegex(String source, Pattern pattern, Map<String, Integer> groups) {
    this.source = source;
    this.pattern = pattern;
    this.groups = groups;
    groupNames = List.copyOf(groups.keySet());
    groupCount = pattern.matcher("").groupCount();
    RegexLiterals.Required required = RegexLiterals.of(source);
    List<String> literals = required == null ? List.of() : required.alternatives();
    boolean few = literals.size() <= FEW_LITERALS;
    prefilter =
        required == null || !few ? null : new TextPrefilter(literals, required.ignoresCase());
    automaton =
        few || !literals.stream().allMatch(TextAutomaton::isLiteral)
            ? null
            : TextAutomaton.of(literals);
  }

  /**
   * Compiles a pattern, after SPL's own escapes are undone.
   *
   * @throws InvalidSyntaxException if the pattern is wrong
   */
  public static SplRegex compile(String pattern) {
    JavaPattern translation = PcreTranslator.translate(pattern);
    try {
      Pattern compiled = Pattern.compile(translation.text(), FLAGS);
      return new SplRegex(pattern, compiled, translation.groups());
    } catch (PatternSyntaxException e) {
      String description = e.getDescription();
      String message = Character.toLowerCase(description.charAt(0)) + description.substring(1);
      throw new InvalidSyntaxException(message, translation.origin(e.getIndex()));
    } catch (StackOverflowError e) {
      throw new InvalidSyntaxException("the regular expression is nested too deeply", -1);
    }
  }

  /** Returns the pattern as the user wrote it. */
  public String pattern() {
    return source;
  }

  /**
   * Returns the pattern as {@code java.util.regex} takes it, flags included; named groups are
   * renamed.
   */
  public String javaPattern() {
    return "(?du)" + pattern.pattern();
  }

  /** Returns the names of the named groups in order of appearance, as the user wrote them. */
  public List<String> groupNames() {
    return groupNames;
  }

  /**
   * Returns the number of a named group.
   *
   * @throws IllegalArgumentException if there is no such group
   */
  public int groupNumber(String name) {
    Integer number = groups.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no group is called " + name);
    }
    return number;
  }

  /** Returns how many groups there are, named or not. */
  public int groupCount() {
    return groupCount;
  }

  /**
   * Returns whether the pattern matches anywhere in a text.
   *
   * @throws RegexLimitException if the match takes too many steps
   */
  public boolean find(String text) {
    return matcher(text).next();
  }

  /**
   * Returns which of many texts may match, going by literals that a match must hold; null for all.
   * The others are sure not to match.
   *
   * @param bytes the texts in UTF-8, one after the other
   * @param offsets text {@code i} is {@code bytes[offsets[i] .. offsets[i + 1])}
   * @param size the number of texts
   */
  public @Nullable BitSet candidates(byte[] bytes, int[] offsets, int size) {
    if (automaton != null) {
      return automaton.findAny(bytes, offsets, size);
    }
    return prefilter == null ? null : prefilter.candidates(bytes, offsets, size);
  }

  /**
   * Returns the text with every match replaced; {@code \1} stands for a group, \0 for all. A group
   * without a match is empty; a backslash before anything but a digit is literal.
   *
   * @throws RegexLimitException if a match takes too many steps
   */
  public String replaceAll(String text, String replacement) {
    return replace(text, replacement, 1, Integer.MAX_VALUE);
  }

  /**
   * Returns the text with one match replaced, as {@link #replaceAll} replaces all.
   *
   * @param occurrence which match, counted from 1
   * @throws RegexLimitException if a match takes too many steps
   */
  public String replaceOne(String text, String replacement, int occurrence) {
    return replace(text, replacement, occurrence, occurrence);
  }

  private String replace(String text, String replacement, int first, int last) {
    Match match = matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int number = 1; number <= last && match.next(); number++) {
      if (number >= first) {
        out.append(text, copied, match.start());
        appendReplacement(out, match, replacement);
        copied = match.end();
      }
    }
    return copied == 0 && out.length() == 0
        ? text
        : out.append(text, copied, text.length()).toString();
  }

  private void appendReplacement(StringBuilder out, Match match, String replacement) {
    int at = 0;
    while (at < replacement.length()) {
      char c = replacement.charAt(at++);
      if (c != '\\' || at == replacement.length() || !isDigit(replacement.charAt(at))) {
        out.append(c);
        continue;
      }
      int group = replacement.charAt(at++) - '0';
      // As many digits as still name a group.
      while (at < replacement.length() && isDigit(replacement.charAt(at))) {
        int longer = group * 10 + replacement.charAt(at) - '0';
        if (longer > groupCount) {
          break;
        }
        group = longer;
        at++;
      }
      String value = group <= groupCount ? match.group(group) : null;
      out.append(value == null ? "" : value);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns a matcher of a text. */
  public Match matcher(String text) {
    return new BoundedMatch(text);
  }

  @Override
  public String toString() {
    return source;
  }

  /** The matches of a pattern in a text, one after the other. */
  public interface Match {
    /**
     * Moves to the next match and says whether there is one.
     *
     * @throws RegexLimitException if that takes too many steps
     */
    boolean next();

    /** Returns where the match starts. */
    int start();

    /** Returns where the match ends. */
    int end();

    /**
     * Returns what a named group matched, or null.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    @Nullable String group(String name);

    /**
     * Returns where a named group's match starts, or -1.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    int start(String name);

    /**
     * Returns where a named group's match ends, or -1.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    int end(String name);

    /**
     * Returns what a group matched, or null; group 0 is the whole match.
     *
     * @throws IndexOutOfBoundsException if there is no such group
     */
    @Nullable String group(int number);

    /** Begins anew with another text. */
    void reset(String text);
  }

  private final class BoundedMatch implements Match {
    private BoundedText text;
    private final Matcher matcher;

    BoundedMatch(String text) {
      this.text = new BoundedText(text, source, STEP_LIMIT);
      matcher = pattern.matcher(this.text);
    }

    @Override
    public boolean next() {
      text.restart();
      try {
        return matcher.find();
      } catch (StackOverflowError e) {
        // java.util.regex recurses for each round of a group, so a long text can exhaust the stack.
        throw new RegexLimitException(source, e);
      }
    }

    @Override
    public int start() {
      return matcher.start();
    }

    @Override
    public int end() {
      return matcher.end();
    }

    @Override
    public @Nullable String group(String name) {
      return matcher.group(number(name));
    }

    @Override
    public int start(String name) {
      return matcher.start(number(name));
    }

    @Override
    public int end(String name) {
      return matcher.end(number(name));
    }

    private int number(String name) {
      Integer number = groups.get(name);
      if (number == null) {
        throw new IllegalArgumentException("no group named " + name);
      }
      return number;
    }

    @Override
    public @Nullable String group(int number) {
      return matcher.group(number);
    }

    @Override
    public void reset(String newText) {
      text = new BoundedText(newText, source, STEP_LIMIT);
      matcher.reset(text);
    }
  }
}
