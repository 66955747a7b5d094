package karst.macro;

import java.util.LinkedHashMap;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Origin;
import karst.source.SourceMap;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/** The two uses of expressions in macros: validation and evaluated bodies (spl-semantics §1.5). */
final class MacroExpressions {
  private final MacroEvaluator evaluator;

  MacroExpressions(MacroEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Returns what is wrong with the arguments of a call, without a place; null for nothing.
   *
   * <p>A condition passes when it is true. A text is the message itself; null passes.
   */
  @Nullable Diagnostic validate(
      MacroDefinition macro, SourceMap validation, Map<String, SourceMap> arguments) {
    Map<String, String> fields = new LinkedHashMap<>();
    arguments.forEach((name, text) -> fields.put(name, text.expanded()));
    MacroValue value = evaluator.evaluate(validation, fields);
    if (value instanceof MacroValue.Text text) {
      return text.value() == null ? null : invalid(text.value());
    }
    if (value instanceof MacroValue.Truth truth && Boolean.TRUE.equals(truth.value())) {
      return null;
    }
    String message =
        macro.errorMessage() == null
            ? "the arguments of macro `" + macro.signature() + "` are not valid"
            : macro.errorMessage();
    return invalid(message).hint("they must satisfy: " + validation.expanded());
  }

  /**
   * Returns the text that an evaluated macro expands to.
   *
   * @throws SplException if the expression's value is no text
   */
  SourceMap value(MacroDefinition macro, SourceMap expression, Origin.Call call) {
    MacroValue value = evaluator.evaluate(expression, Map.of());
    if (value instanceof MacroValue.Text text && text.value() != null) {
      SourceMap.Builder result = new SourceMap.Builder();
      result.synthetic(text.value(), call.at(macro.location()));
      return result.build();
    }
    String found =
        value instanceof MacroValue.Truth truth && truth.value() != null ? "a boolean" : "null";
    throw Diagnostic.error(
            DiagnosticCode.MACRO_DEFINITION,
            "the expression of macro `" + macro.signature() + "` must yield text, not " + found)
        .at(call.at(macro.location()))
        .toException();
  }

  private static Diagnostic invalid(String message) {
    return Diagnostic.error(DiagnosticCode.MACRO_VALIDATION, message);
  }
}
