package karst.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import karst.parse.antlr.SplLexer;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceMap;
import karst.source.Span;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says what is wrong at the token where the parser stopped. */
final class SyntaxErrors {
  private static final int LONGEST_QUOTE = 40;

  private final List<Token> tokens;
  private final SourceMap map;

  SyntaxErrors(List<Token> tokens, SourceMap map) {
    this.tokens = tokens;
    this.map = map;
  }

  /** Returns the diagnostic for a token that cannot stand where it does. */
  Diagnostic at(Token offending, IntervalSet expected) {
    int type = offending.getType();
    if (type == SplLexer.UNTERMINATED) {
      return unterminated(offending);
    }
    Token open = innermostOpen(offending);
    if (open != null && isEnd(type) && expected.contains(closing(open))) {
      return unclosed(open, offending);
    }
    if (closesNothing(type, open)) {
      return syntax("`" + offending.getText() + "` closes nothing", Spans.of(offending));
    }
    String found = "found " + found(offending);
    String wanted = ExpectedTokens.describe(expected);
    return syntax(
        wanted.isEmpty() ? found : "expected " + wanted + ", " + found, Spans.of(offending));
  }

  private Diagnostic unterminated(Token token) {
    int start = token.getStartIndex();
    return Diagnostic.error(DiagnosticCode.UNTERMINATED, "the quote is never closed")
        .at(map, new Span(start, start + 1));
  }

  private Diagnostic unclosed(Token open, Token offending) {
    // `IN (` is one token: the parenthesis is its last character.
    Span parenthesis = new Span(open.getStopIndex(), open.getStopIndex() + 1);
    String where =
        offending.getType() == Token.EOF
            ? " is never closed"
            : " is not closed before " + found(offending);
    return syntax("`" + parenthesis.of(map.expanded()) + "`" + where, parenthesis);
  }

  private Diagnostic syntax(String message, Span span) {
    return Diagnostic.error(DiagnosticCode.SYNTAX, message).at(map, span);
  }

  /** Returns the last bracket before a token that is still open, or null. */
  private @Nullable Token innermostOpen(Token offending) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens.subList(0, offending.getTokenIndex())) {
      if (isOpening(token.getType())) {
        open.push(token);
      } else if (isClosing(token.getType()) && !open.isEmpty()) {
        open.pop();
      }
    }
    return open.peek();
  }

  private static boolean closesNothing(int type, @Nullable Token open) {
    return isClosing(type) && (open == null || closing(open) != type);
  }

  private static int closing(Token open) {
    return open.getType() == SplLexer.LBRACKET ? SplLexer.RBRACKET : SplLexer.RPAREN;
  }

  private static boolean isEnd(int type) {
    return type == Token.EOF || type == SplLexer.PIPE || isClosing(type);
  }

  private static boolean isClosing(int type) {
    return type == SplLexer.RPAREN || type == SplLexer.RBRACKET;
  }

  private static boolean isOpening(int type) {
    return switch (type) {
      case SplLexer.LPAREN,
          SplLexer.LBRACKET,
          SplLexer.OPEN_EXPRESSION,
          SplLexer.OPEN_SEARCH,
          SplLexer.IN_OPEN,
          SplLexer.NOT_IN_OPEN ->
          true;
      default -> false;
    };
  }

  private static String found(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the search";
    }
    String text = token.getText().replaceAll("\\s+", " ");
    return "`"
        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text)
        + "`";
  }
}
