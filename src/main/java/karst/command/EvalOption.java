package karst.command;

import karst.ast.Expression;
import karst.ast.Unparser;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An option whose value is an eval expression, in parentheses or as a quoted text.
 *
 * @param expression null when it stood in quotes
 * @param text the text in quotes; empty when there were none
 * @param span the place of the value
 */
public record EvalOption(@Nullable Expression expression, String text, Span span) {
  /** Returns the value as SPL. */
  String toSpl() {
    return expression == null ? SplWriter.quote(text) : "(" + Unparser.unparse(expression) + ")";
  }
}
