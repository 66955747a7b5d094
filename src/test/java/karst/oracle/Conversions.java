package karst.oracle;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.command.Convert;
import karst.type.Numbers;
import karst.type.TimeFormat;
import org.jspecify.annotations.Nullable;

/**
 * The command convert (spl-semantics §6.1). What does not convert stays as it is, save with {@code
 * num}; null stays null, and a multivalue is converted value by value.
 */
final class Conversions {
  private static final String DECIMAL = "-?\\d+(?:\\.\\d+)?";

  private final Convert command;
  private final TimeFormat format;
  private final double now;
  private final ZoneId zone;

  Conversions(Convert command, double now, ZoneId zone) {
    this.command = command;
    this.format = TimeFormat.compile(command.timeFormat());
    this.now = now;
    this.zone = zone;
  }

  /** From left to right, as rename and eval do: each sees what those before it set. */
  Rows apply(Rows rows) {
    Rows converted = rows;
    for (Convert.Conversion conversion : command.conversions()) {
      for (String column : List.copyOf(converted.columns())) {
        List<String> stars = FieldNames.stars(conversion.field().name(), column);
        if (stars != null && !isExcluded(column)) {
          String target =
              conversion.name() == null ? column : FieldNames.fill(conversion.name().name(), stars);
          converted = converted(conversion.function(), column, target, converted);
        }
      }
    }
    return converted;
  }

  /** {@code none} leaves a field out of what the others do. */
  private boolean isExcluded(String column) {
    return command.conversions().stream()
        .filter(conversion -> conversion.function() == Convert.Function.NONE)
        .anyMatch(conversion -> FieldNames.matches(conversion.field().name(), column));
  }

  private Rows converted(Convert.Function function, String source, String target, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(target);
    return rows.map(
        columns,
        row -> {
          set(function, row, source, target);
          return row;
        });
  }

  private void set(
      Convert.Function function, Map<String, Object> row, String source, String target) {
    List<String> texts = new ArrayList<>();
    for (String text : Values.texts(row.get(source))) {
      texts.addAll(Values.texts(converted(function, text)));
    }
    Values.set(row, target, Values.of(texts));
  }

  private @Nullable Object converted(Convert.Function function, String text) {
    return switch (function) {
      case CTIME -> Numbers.isNumber(text) ? format.format(Numbers.parse(text), zone) : text;
      case MKTIME -> orText(format.parse(text, now, zone), text);
      case NUM -> Values.number(text);
      case RMCOMMA -> text.replace(",", "");
      case RMUNIT -> sum(text, "(" + DECIMAL + ").*", 1);
      case DUR2SEC ->
          sum(text, "(?:(\\d+)\\+)?(\\d+):(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)", 86400, 3600, 60, 1);
      case MSTIME -> sum(text, "(?:(-?\\d+):)?(" + DECIMAL + ")", 60, 1);
      case MEMK -> kilobytes(text);
      // A text that is a number is one already.
      case AUTO, NONE -> text;
    };
  }

  private static Object orText(double number, String text) {
    return Double.isNaN(number) ? text : Double.valueOf(number);
  }

  /** Returns the groups of a pattern, each times its weight, together. */
  private static Object sum(String text, String pattern, double... weights) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      String group = matcher.group(i + 1);
      sum += group == null ? 0 : weights[i] * Double.parseDouble(group);
    }
    return sum;
  }

  private static Object kilobytes(String text) {
    String unit = text.isEmpty() ? "" : text.substring(text.length() - 1).toLowerCase();
    double weight = unit.equals("m") ? 1024 : unit.equals("g") ? 1024 * 1024 : 1;
    return sum(text, "(" + DECIMAL + ")\\s*[kKmMgG]?", weight);
  }
}
