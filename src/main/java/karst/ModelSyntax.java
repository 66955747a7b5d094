package karst;

import karst.ast.Expression;
import karst.ast.SearchTerm;
import karst.parse.Parser;
import karst.plan.SyntaxParser;
import karst.source.SourceMap;

/** Lends the parser to planning, for the texts in data models. */
enum ModelSyntax implements SyntaxParser {
  INSTANCE;

  @Override
  public Expression parseExpression(SourceMap text) {
    return Parser.parseExpression(text);
  }

  @Override
  public SearchTerm parseSearch(SourceMap text) {
    return Parser.parseSearch(text);
  }
}
