package karst.ast;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Quotes and escapes as each part of the language wants them (spl-semantics §1.2, §1.3). */
final class Quoting {
  private static final Pattern BARE_WORD =
      Pattern.compile("(?:<<\\w+>>|[^\\s,()|\"\\[\\]='!<>])[^\\s,()|\"\\[\\]=!]*");
  private static final Pattern BARE_SEARCH =
      Pattern.compile("[^\\s,()|\"\\[\\]='!<>][^\\s,()|\"\\[\\]=!<>]*");
  private static final Pattern BARE_VALUE =
      Pattern.compile("[^\\s,()|\"\\[\\]='!<>][^\\s,()|\"\\[\\]]*");

  /** What the lexer takes for the first character of a name in an eval expression. */
  private static final String LETTER =
      "(?:[A-Za-z_$@\\u0080-\\uFFFF]|\\{[^{}\"'|\\[\\]()\r\n]*\\}|<<\\w+>>)";

  private static final Pattern IDENTIFIER = Pattern.compile(LETTER + "(?:" + LETTER + "|[0-9:])*+");
  private static final Pattern TARGET =
      Pattern.compile(
          LETTER + "(?:" + LETTER + "|[0-9:])*+(?:\\." + LETTER + "(?:" + LETTER + "|[0-9:])*+)*+");

  /** Words that an eval expression takes for operators. */
  private static final Set<String> OPERATORS = Set.of("and", "or", "xor", "not", "like", "in");

  /** Words that a search takes for something else in some place. */
  private static final Set<String> SEARCH_WORDS =
      Set.of("and", "or", "not", "in", "as", "by", "groupby", "search");

  private Quoting() {}

  /** Writes a word of a general argument. */
  static String word(String text, boolean quoted) {
    return !quoted && BARE_WORD.matcher(text).matches() ? escapeBare(text) : quote(text);
  }

  /** Writes the left side of a search term. */
  static String searchField(String name) {
    return isBareSearchWord(name) ? escapeBare(name) : quote(name);
  }

  /** Writes a value after an operator or in a list. */
  static String searchValue(SearchValue value) {
    boolean bare =
        !value.quoted()
            && BARE_VALUE.matcher(value.text()).matches()
            && !SEARCH_WORDS.contains(value.text().toLowerCase(Locale.ROOT));
    return wrap(value, bare);
  }

  /** Writes a word or phrase to look for. */
  static String keyword(SearchValue value) {
    boolean bare =
        !value.quoted() && isBareSearchWord(value.text()) && !value.text().contains("::");
    return wrap(value, bare);
  }

  private static String wrap(SearchValue value, boolean bare) {
    String text = bare ? escapeBare(value.text()) : quote(value.text());
    return switch (value.form()) {
      case PLAIN -> text;
      case CASE, TERM -> value.form() + "(" + text + ")";
    };
  }

  private static boolean isBareSearchWord(String text) {
    return BARE_SEARCH.matcher(text).matches()
        && !SEARCH_WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Writes a string of an eval expression. */
  static String expressionString(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return text.append('"').toString();
  }

  /** Writes a field of an eval expression. */
  static String field(Expression.Field field) {
    String name = field.name();
    boolean bare =
        !field.quoted()
            && IDENTIFIER.matcher(name).matches()
            && !OPERATORS.contains(name.toLowerCase(Locale.ROOT));
    return bare ? name : singleQuote(name);
  }

  /** Writes the field that an assignment sets. */
  static String target(Expression.Field target) {
    String name = target.name();
    boolean bare =
        !target.quoted()
            && TARGET.matcher(name).matches()
            && !OPERATORS.contains(name.toLowerCase(Locale.ROOT));
    return bare ? name : singleQuote(name);
  }

  private static String singleQuote(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String escapeBare(String text) {
    return text.replace("\\", "\\\\");
  }
}
