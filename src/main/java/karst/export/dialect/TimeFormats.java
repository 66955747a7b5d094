package karst.export.dialect;

import java.util.Map;
import java.util.function.UnaryOperator;
import karst.export.ExportRefusal;

/** SPL's formats of times, directive by directive in the notation of a dialect. */
final class TimeFormats {
  private static final Map<Character, String> ABBREVIATIONS =
      Map.of('F', "%Y-%m-%d", 'T', "%H:%M:%S", 'D', "%m/%d/%y", 'R', "%H:%M");

  private TimeFormats() {}

  /**
   * Returns a format in the notation of a dialect.
   *
   * @param directives what each directive is
   * @param quote how other text is written
   */
  static String translate(
      String format, Map<Character, String> directives, UnaryOperator<String> quote) {
    StringBuilder out = new StringBuilder();
    StringBuilder literal = new StringBuilder();
    String text = expanded(format);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        literal.append(c);
        continue;
      }
      char symbol = text.charAt(++i);
      String directive = directives.get(symbol);
      if (symbol == '%') {
        literal.append('%');
      } else if (directive == null) {
        throw new ExportRefusal("the dialect has no equal of `%" + symbol + "` in a time");
      } else {
        out.append(quote.apply(literal.toString())).append(directive);
        literal.setLength(0);
      }
    }
    return out.append(quote.apply(literal.toString())).toString();
  }

  private static String expanded(String format) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      String longer = i + 1 < format.length() ? ABBREVIATIONS.get(format.charAt(i + 1)) : null;
      if (c == '%' && longer != null) {
        out.append(longer);
        i++;
      } else if (c == '%' && i + 1 < format.length()) {
        out.append(c).append(format.charAt(++i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
