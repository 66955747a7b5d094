package karst;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import karst.ast.Expression;
import karst.ast.SearchTerm;
import karst.parse.Parser;
import karst.plan.SyntaxParser;
import karst.source.SourceMap;

/** Lends the parser to planning, for the texts in data models. */
enum ModelSyntax implements SyntaxParser {
  INSTANCE;

  // The calculations of data models: few, and the same in every compilation. What a user's model
  // adds counts too, so there is a bound.
  private static final int KEPT = 2000;

  private final Map<String, Expression> parsed = new ConcurrentHashMap<>();

  @Override
  public Expression parseExpression(SourceMap text) {
    Expression known = parsed.get(text.expanded());
    if (known != null) {
      return known;
    }
    Expression expression = Parser.parseExpression(text);
    if (parsed.size() < KEPT) {
      parsed.put(text.expanded(), expression);
    }
    return expression;
  }

  @Override
  public SearchTerm parseSearch(SourceMap text) {
    return Parser.parseSearch(text);
  }
}
