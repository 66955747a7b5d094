package karst.command;

import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/** Commands that mean something to a Splunk server or its pages, and change no row. */
final class WithoutEffect {
  private WithoutEffect() {}

  /**
   * Notes that a command has no effect, and why.
   *
   * @param why a sentence without a final stop
   */
  static void note(Arguments arguments, String command, String why) {
    arguments.report(
        Diagnostic.note(
            DiagnosticCode.COMMAND_WITHOUT_EFFECT, "`" + command + "` has no effect here: " + why),
        arguments.span());
  }
}
