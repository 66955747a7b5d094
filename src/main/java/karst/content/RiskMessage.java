package karst.content;

import java.util.List;
import java.util.function.Function;

/** Puts the values of a row into the text of a risk message. */
final class RiskMessage {
  private RiskMessage() {}

  /**
   * Returns a text in which each {@code $field$} has given way to the field's values. What stands
   * between dollar signs and is no field with a value stays as it is: so one sees what is missing,
   * and a sum of money is no field.
   *
   * @param values the values of a field; none where it has none
   */
  static String fill(String message, Function<String, List<String>> values) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < message.length()) {
      int start = message.indexOf('$', at);
      int end = start < 0 ? -1 : message.indexOf('$', start + 1);
      if (end < 0) {
        break;
      }
      List<String> found = values.apply(message.substring(start + 1, end));
      out.append(message, at, found.isEmpty() ? end : start).append(String.join(", ", found));
      // The second sign of what is no field may be the first one of a field.
      at = found.isEmpty() ? end : end + 1;
    }
    return out.append(message.substring(at)).toString();
  }
}
