package karst.parse;

import java.util.ArrayList;
import java.util.List;
import karst.parse.antlr.SplLexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Sets of token types in human words: kinds of things instead of dozens of tokens. */
final class ExpectedTokens {
  private static final IntervalSet COMPARATORS =
      new IntervalSet(
          SplLexer.EQUAL,
          SplLexer.NOT_EQUAL,
          SplLexer.LESS,
          SplLexer.LESS_OR_EQUAL,
          SplLexer.GREATER,
          SplLexer.GREATER_OR_EQUAL,
          SplLexer.IN_OPEN,
          SplLexer.NOT_IN_OPEN);

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "a command name",
              SplLexer.GENERAL_COMMAND,
              SplLexer.SEARCH_COMMAND,
              SplLexer.EXPRESSION_COMMAND,
              SplLexer.ASSIGNMENTS_COMMAND,
              SplLexer.IMPLIED_SEARCH,
              SplLexer.PIPE),
          new Kind(
              "a search term",
              SplLexer.SEARCH_WORD,
              SplLexer.STRING,
              SplLexer.QUOTED_NAME,
              SplLexer.WRAPPED,
              SplLexer.INDEXED_FIELD,
              SplLexer.AND,
              SplLexer.OR,
              SplLexer.NOT,
              SplLexer.LPAREN,
              SplLexer.LBRACKET),
          new Kind("a value", SplLexer.VALUE, SplLexer.STRING, SplLexer.WRAPPED, SplLexer.COMMA),
          new Kind(
              "a value",
              SplLexer.OPEN_SEARCH,
              SplLexer.OPEN_EXPRESSION,
              SplLexer.WORD,
              SplLexer.STRING,
              SplLexer.QUOTED_NAME,
              SplLexer.CALL_NAME,
              SplLexer.EVAL_NAME,
              SplLexer.LBRACKET),
          new Kind(
              "an argument",
              SplLexer.WORD,
              SplLexer.STRING,
              SplLexer.QUOTED_NAME,
              SplLexer.CALL_NAME,
              SplLexer.EVAL_NAME,
              SplLexer.OPEN_EXPRESSION,
              SplLexer.COMMA,
              SplLexer.LBRACKET,
              SplLexer.EQUAL,
              SplLexer.NOT_EQUAL),
          new Kind(
              "an expression",
              SplLexer.NUMBER,
              SplLexer.STRING,
              SplLexer.IDENTIFIER,
              SplLexer.QUOTED_NAME,
              SplLexer.DOTTED_NAME,
              SplLexer.CALL_NAME,
              SplLexer.LIKE,
              SplLexer.IN,
              SplLexer.NOT,
              SplLexer.PLUS,
              SplLexer.MINUS,
              SplLexer.LPAREN,
              SplLexer.LBRACKET),
          new Kind(
              "an assignment",
              SplLexer.IDENTIFIER,
              SplLexer.DOTTED_NAME,
              SplLexer.QUOTED_NAME,
              SplLexer.STRING),
          new Kind(
              "an operator",
              SplLexer.STAR,
              SplLexer.SLASH,
              SplLexer.PERCENT,
              SplLexer.PLUS,
              SplLexer.MINUS,
              SplLexer.DOT,
              SplLexer.EQUAL,
              SplLexer.NOT_EQUAL,
              SplLexer.LESS,
              SplLexer.LESS_OR_EQUAL,
              SplLexer.GREATER,
              SplLexer.GREATER_OR_EQUAL,
              SplLexer.LIKE,
              SplLexer.IN,
              SplLexer.NOT,
              SplLexer.AND,
              SplLexer.OR,
              SplLexer.XOR));

  private ExpectedTokens() {}

  /** A kind of things that is expected when its first token type is. */
  private record Kind(String name, int sign, IntervalSet types) {
    Kind(String name, int sign, int... others) {
      this(name, sign, new IntervalSet(others));
      types.add(sign);
    }
  }

  /** Returns what is expected, such as {@code a value or `)`}. */
  static String describe(IntervalSet expected) {
    IntervalSet left = new IntervalSet(expected);
    List<String> words = new ArrayList<>();
    for (Kind kind : KINDS) {
      if (left.contains(kind.sign())) {
        words.add(kind.name());
        left = left.subtract(kind.types());
      }
    }
    if (left.contains(SplLexer.LESS)) {
      words.add("a comparison");
      left = left.subtract(COMPARATORS);
    }
    addSign(words, left, SplLexer.EQUAL, "`=`");
    addSign(words, left, SplLexer.LPAREN, "`(`");
    addSign(words, left, SplLexer.RPAREN, "`)`");
    addSign(words, left, SplLexer.COMMA, "`,`");
    addSign(words, left, SplLexer.RBRACKET, "`]`");
    addSign(words, left, SplLexer.PIPE, "`|`");
    if (left.contains(Token.EOF) && !left.contains(SplLexer.PIPE)) {
      words.add("the end");
    }
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static void addSign(List<String> words, IntervalSet left, int type, String sign) {
    if (left.contains(type)) {
      words.add(sign);
    }
  }
}
