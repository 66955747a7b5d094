package karst.plan;

import karst.ast.Expression;
import karst.ast.SearchTerm;
import karst.source.SourceMap;

/** Parses the pieces of SPL that data models and functions carry as text. */
public interface SyntaxParser {
  /** Returns an eval expression. */
  Expression parseExpression(SourceMap text);

  /** Returns a search expression. */
  SearchTerm parseSearch(SourceMap text);
}
