package karst.parse;

import karst.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Spans of what ANTLR found, in UTF-16 offsets. */
final class Spans {
  private Spans() {}

  /** Returns where a token stands; an implied one has no width. */
  static Span of(Token token) {
    if (token.getType() == Token.EOF) {
      return Span.at(token.getStartIndex());
    }
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** Returns where a rule that matched at least one token stands. */
  static Span of(ParserRuleContext context) {
    return of(context.getStart()).to(of(context.getStop()));
  }
}
