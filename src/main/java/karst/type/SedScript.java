package karst.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The edits of {@code mode=sed}: {@code s/regex/replacement/flags} and {@code y/abc/xyz/}, one or
 * several with spaces between (spl-semantics §6.1 rex). Any character may stand in place of the
 * slash; a backslash before it makes it literal. The flags are {@code g} for every match, or the
 * number of the one match to replace; without them it is the first.
 */
public final class SedScript {
  private final List<UnaryOperator<String>> edits;

  private SedScript(List<UnaryOperator<String>> edits) {
    this.edits = List.copyOf(edits);
  }

  /**
   * Reads a script.
   *
   * @throws InvalidSyntaxException if it is wrong
   */
  public static SedScript parse(String script) {
    return new SedScript(new Reader(script).edits());
  }

  /**
   * Returns a text after all edits.
   *
   * @throws RegexLimitException if a match takes too many steps
   */
  public String apply(String text) {
    String edited = text;
    for (UnaryOperator<String> edit : edits) {
      edited = edit.apply(edited);
    }
    return edited;
  }

  private static final class Reader {
    private final String script;
    private int at;

    Reader(String script) {
      this.script = script;
    }

    List<UnaryOperator<String>> edits() {
      List<UnaryOperator<String>> edits = new ArrayList<>();
      skipSpaces();
      do {
        edits.add(edit());
        skipSpaces();
      } while (at < script.length());
      return edits;
    }

    private UnaryOperator<String> edit() {
      int start = at;
      char kind = at < script.length() ? script.charAt(at++) : ' ';
      if ((kind != 's' && kind != 'y') || at == script.length()) {
        throw new InvalidSyntaxException("expected s/regex/replacement/ or y/abc/xyz/", start);
      }
      char delimiter = script.charAt(at++);
      int patternAt = at;
      String pattern = part(delimiter);
      String replacement = part(delimiter);
      return kind == 's'
          ? substitution(pattern, patternAt, replacement)
          : transliteration(pattern, patternAt, replacement);
    }

    private String part(char delimiter) {
      StringBuilder part = new StringBuilder();
      while (at < script.length() && script.charAt(at) != delimiter) {
        char c = script.charAt(at++);
        boolean escape = c == '\\' && at < script.length();
        if (!escape || script.charAt(at) != delimiter) {
          part.append(c);
        }
        if (escape) {
          part.append(script.charAt(at++));
        }
      }
      if (at == script.length()) {
        throw new InvalidSyntaxException("a closing " + delimiter + " is missing", at);
      }
      at++;
      return part.toString();
    }

    private UnaryOperator<String> substitution(String pattern, int patternAt, String replacement) {
      SplRegex regex;
      try {
        regex = SplRegex.compile(pattern);
      } catch (InvalidSyntaxException e) {
        throw new InvalidSyntaxException(String.valueOf(e.getMessage()), patternAt);
      }
      int flagsAt = at;
      while (at < script.length() && !Character.isWhitespace(script.charAt(at))) {
        at++;
      }
      String flags = script.substring(flagsAt, at);
      if (flags.equals("g")) {
        return text -> regex.replaceAll(text, replacement);
      }
      if (!flags.matches("[1-9][0-9]{0,8}|")) {
        throw new InvalidSyntaxException("a flag is g or the number of a match", flagsAt);
      }
      int occurrence = flags.isEmpty() ? 1 : Integer.parseInt(flags);
      return text -> regex.replaceOne(text, replacement, occurrence);
    }

    private UnaryOperator<String> transliteration(String from, int fromAt, String to) {
      int[] source = from.codePoints().toArray();
      int[] target = to.codePoints().toArray();
      if (source.length != target.length) {
        throw new InvalidSyntaxException("both sides of y must be equally long", fromAt);
      }
      return text -> transliterated(text, source, target);
    }

    private static String transliterated(String text, int[] source, int[] target) {
      StringBuilder out = new StringBuilder(text.length());
      text.codePoints()
          .forEach(
              c -> {
                int i = 0;
                while (i < source.length && source[i] != c) {
                  i++;
                }
                out.appendCodePoint(i < source.length ? target[i] : c);
              });
      return out.toString();
    }

    private void skipSpaces() {
      while (at < script.length() && Character.isWhitespace(script.charAt(at))) {
        at++;
      }
    }
  }
}
