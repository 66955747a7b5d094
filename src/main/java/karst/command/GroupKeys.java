package karst.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;

/** Binds the fields after {@code BY} (spl-semantics §4.4). */
final class GroupKeys {
  static final String PREFIX_UNSUPPORTED =
      "`PREFIX` reads the index of raw events, which does not exist here";

  private GroupKeys() {}

  /**
   * Returns the fields after a {@code BY} that was taken; it is an error when there are none, when
   * one is a pattern, a call, or is renamed.
   */
  static List<FieldName> take(Arguments arguments) {
    Map<String, FieldName> keys = new LinkedHashMap<>();
    boolean faulty = false;
    arguments.skipCommas();
    while (!arguments.atKeyword("by", "groupby")) {
      Argument next = arguments.peek();
      if (next instanceof Argument.Call call) {
        arguments.take();
        reject(arguments, call);
        faulty = true;
      } else if (next != null && arguments.takeKeyword("as")) {
        arguments.error(
            next.span(), "a field after `BY` keeps its name", "use `rename` afterwards");
        arguments.take();
        faulty = true;
      } else if (next instanceof Argument.Word word) {
        arguments.take();
        keys.putIfAbsent(word.text(), new FieldName(word.text(), word.span()));
      } else {
        break;
      }
      arguments.skipCommas();
    }
    List<FieldName> fields = List.copyOf(keys.values());
    if (fields.isEmpty() && !faulty) {
      arguments.missing("a field after `BY`");
    }
    arguments.rejectWildcards(fields, "`BY`");
    return fields;
  }

  private static void reject(Arguments arguments, Argument.Call call) {
    if (call.name().equalsIgnoreCase("prefix")) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.UNSUPPORTED, PREFIX_UNSUPPORTED), call.span());
      return;
    }
    arguments.error(
        call.span(),
        "`BY` takes fields, not the call `" + arguments.sourceText(call.span()) + "`",
        "aggregations stand before `BY`; a field with parentheses needs quotes");
  }
}
