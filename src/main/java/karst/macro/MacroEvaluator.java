package karst.macro;

import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceMap;

/** Evaluates the expressions in macros: bodies of evaluated macros and validations. */
@FunctionalInterface
public interface MacroEvaluator {
  /**
   * Evaluates an eval expression.
   *
   * @param expression the text, arguments already substituted; its map leads to the macro's file
   * @param arguments fields that the expression may name: for a validation the macro's arguments by
   *     name, else none
   * @throws karst.source.SplException if it is no expression or cannot be evaluated
   */
  MacroValue evaluate(SourceMap expression, Map<String, String> arguments);

  /** Returns an evaluator that refuses every expression. */
  static MacroEvaluator unavailable() {
    return (expression, arguments) -> {
      throw Diagnostic.error(
              DiagnosticCode.UNSUPPORTED, "evaluation of macro expressions is not available")
          .at(expression, expression.span())
          .toException();
    };
  }
}
