package karst.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import karst.parse.antlr.SplLexer;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceMap;
import karst.source.Span;
import karst.source.SplException;
import org.antlr.v4.runtime.Token;

/** The bound on nesting, checked before the parse so that no input can exhaust the stack. */
final class NestingLimit {
  /** How many parentheses and prefix operators may be open at once. */
  static final int DEPTH = 250;

  /** How many of them a subsearch counts for, since walking one takes more of the stack. */
  static final int SUBSEARCH = 5;

  private NestingLimit() {}

  /** Fails at the first token that is nested too deeply. */
  static void check(List<Token> tokens, SourceMap map) {
    Deque<Integer> outer = new ArrayDeque<>();
    int depth = 0;
    int level = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case SplLexer.LPAREN,
            SplLexer.LBRACKET,
            SplLexer.OPEN_EXPRESSION,
            SplLexer.OPEN_SEARCH,
            SplLexer.IN_OPEN,
            SplLexer.NOT_IN_OPEN -> {
          outer.push(level);
          depth += token.getType() == SplLexer.LBRACKET ? SUBSEARCH : 1;
          level = depth;
        }
        case SplLexer.RPAREN, SplLexer.RBRACKET -> {
          level = outer.isEmpty() ? 0 : outer.pop();
          depth = level;
        }
        // Prefix operators nest until an operand ends them.
        case SplLexer.NOT, SplLexer.MINUS, SplLexer.PLUS -> depth++;
        default -> depth = level;
      }
      if (depth > DEPTH) {
        throw exceeded(map, Spans.of(token));
      }
    }
  }

  /** Returns the error about something nested too deeply. */
  static SplException exceeded(SourceMap map, Span span) {
    return Diagnostic.error(DiagnosticCode.TOO_DEEP, "nested too deeply")
        .label("the limit is " + DEPTH + " levels")
        .at(map, span)
        .toException();
  }
}
