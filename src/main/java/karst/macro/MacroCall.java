package karst.macro;

import java.util.List;
import karst.source.Span;

/**
 * A macro call as it stands in a text.
 *
 * @param span from backtick to backtick
 * @param nameSpan the name
 * @param name the name without arity
 * @param arguments the arguments in order
 */
record MacroCall(Span span, Span nameSpan, String name, List<MacroArgument> arguments) {
  MacroName signature() {
    return new MacroName(name, arguments.size());
  }
}
