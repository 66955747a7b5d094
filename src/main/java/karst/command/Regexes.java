package karst.command;

import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/** Regular expressions among the arguments of commands. */
final class Regexes {
  private Regexes() {}

  /** Compiles an argument; a wrong one is reported, and null returned. */
  static @Nullable SplRegex compile(String pattern, Span span, Arguments arguments) {
    try {
      return SplRegex.compile(pattern);
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.BAD_REGEX, String.valueOf(e.getMessage())), span);
      return null;
    }
  }
}
