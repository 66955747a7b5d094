package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * Binds the keys of {@code sort} and of {@code dedup ... sortby}. A sign belongs to the next field
 * alone, with a space after it or without: {@code - a, b} sorts by descending {@code a}, then by
 * ascending {@code b} (spl-semantics §6.1).
 */
final class SortKeys {
  private SortKeys() {}

  /** Takes all arguments that are left. */
  static List<SortKey> take(Arguments arguments) {
    List<SortKey> keys = new ArrayList<>();
    boolean separated = true;
    while (!arguments.atEnd()) {
      if (!separated && arguments.atKeyword("desc", "asc")) {
        warnOfDirection(arguments);
      }
      Sign sign = arguments.takeSign();
      SortKey key = take(arguments, sign == Sign.MINUS);
      if (key != null) {
        keys.add(key);
      } else if (sign != null && arguments.atEnd()) {
        arguments.missing("a field after the sign");
      } else {
        arguments.reject();
      }
      separated = arguments.skipCommas();
    }
    return keys;
  }

  private static void warnOfDirection(Arguments arguments) {
    Argument word = arguments.peek();
    if (word != null) {
      arguments.report(
          Diagnostic.warning(
                  DiagnosticCode.ARGUMENT,
                  "`" + arguments.sourceText(word.span()) + "` is taken for a field here")
              .hint("write `-` before a field to sort by it in descending order"),
          word.span());
    }
  }

  private static @Nullable SortKey take(Arguments arguments, boolean descending) {
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      FieldName field = new FieldName(word.text(), word.span());
      return new SortKey(field, descending, SortKey.Comparison.AUTO);
    }
    if (arguments.peek() instanceof Argument.Call call) {
      arguments.take();
      return new SortKey(field(arguments, call), descending, comparison(arguments, call));
    }
    return null;
  }

  private static SortKey.Comparison comparison(Arguments arguments, Argument.Call call) {
    List<String> spellings = SortKey.Comparison.spellings();
    if (spellings.contains(call.name().toLowerCase(Locale.ROOT))) {
      return SortKey.Comparison.valueOf(call.name().toUpperCase(Locale.ROOT));
    }
    arguments.report(
        Diagnostic.error(DiagnosticCode.UNKNOWN_FUNCTION, "`" + call.name() + "` is no way to sort")
            .suggest(call.name(), spellings)
            .hint(
                "a field may stand in "
                    + String.join("(), ", spellings)
                    + "(); a name with parentheses needs quotes"),
        call.nameSpan());
    return SortKey.Comparison.AUTO;
  }

  private static FieldName field(Arguments arguments, Argument.Call call) {
    if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Argument.Word word) {
      return new FieldName(word.text(), word.span());
    }
    arguments.report(
        Diagnostic.error(
            DiagnosticCode.FUNCTION_ARGUMENTS, "`" + call.name() + "` takes exactly one field"),
        call.span());
    return new FieldName("", call.span());
  }

  /** Returns keys as SPL, one each. */
  static List<String> toSpl(List<SortKey> keys) {
    return keys.stream().map(SortKey::toSpl).toList();
  }
}
