package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Accum;
import karst.command.Autoregress;
import karst.command.Delta;
import karst.command.Trendline;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The commands that look at rows before (spl-semantics §6.1 delta, accum, autoregress, trendline).
 */
final class SeriesCommands {
  private SeriesCommands() {}

  static Rows accum(Accum command, Rows rows) {
    FieldName field = Objects.requireNonNull(command.field());
    List<Object> sums = new ArrayList<>();
    double sum = 0;
    for (Map<String, Object> row : rows.all()) {
      Double number = number(row, field);
      sum += number == null ? 0 : number;
      boolean stays = number == null && command.target().equals(field.name());
      sums.add(stays ? row.get(field.name()) : number == null ? null : (Object) sum);
    }
    return with(rows, command.target(), sums);
  }

  static Rows delta(Delta command, Rows rows) {
    FieldName field = Objects.requireNonNull(command.field());
    List<Object> deltas = new ArrayList<>();
    for (int i = 0; i < rows.all().size(); i++) {
      Double now = number(rows.all().get(i), field);
      int before = i - command.rows();
      Double then = before < 0 ? null : number(rows.all().get(before), field);
      deltas.add(now == null || then == null ? null : now - then);
    }
    return with(rows, command.target(), deltas);
  }

  static Rows autoregress(Autoregress command, Rows rows) {
    FieldName field = Objects.requireNonNull(command.field());
    Rows result = rows;
    for (int p = command.from(); p <= command.to(); p++) {
      List<Object> copies = new ArrayList<>();
      for (int i = 0; i < rows.all().size(); i++) {
        copies.add(i < p ? null : rows.all().get(i - p).get(field.name()));
      }
      result = with(result, command.target(p), copies);
    }
    return result;
  }

  static Rows trendline(Trendline command, Rows rows) {
    Rows result = rows;
    for (Trendline.Trend trend : command.trends()) {
      List<Object> averages = new ArrayList<>();
      List<Double> numbers = new ArrayList<>();
      for (Map<String, Object> row : rows.all()) {
        Double number = number(row, trend.field());
        if (number != null) {
          numbers.add(number);
        }
        boolean known = number != null && numbers.size() >= trend.count();
        averages.add(known ? (Object) average(trend, numbers) : null);
      }
      result = with(result, trend.target(), averages);
    }
    return result;
  }

  private static double average(Trendline.Trend trend, List<Double> numbers) {
    int n = trend.count();
    List<Double> last = numbers.subList(numbers.size() - n, numbers.size());
    double result = 0;
    switch (trend.kind()) {
      case SMA -> result = last.stream().mapToDouble(x -> x).sum() / n;
      case WMA -> {
        for (int i = 0; i < n; i++) {
          result += last.get(i) * (i + 1);
        }
        result /= n * (n + 1) / 2.0;
      }
      case EMA -> {
        result = numbers.get(0);
        for (double number : numbers.subList(1, numbers.size())) {
          result = number * 2 / (n + 1) + result * (1 - 2.0 / (n + 1));
        }
      }
    }
    return result;
  }

  /** A multivalue is no number, nor is nan. */
  private static @Nullable Double number(Map<String, Object> row, FieldName field) {
    Object value = row.get(field.name());
    double parsed =
        value instanceof String text && Numbers.isNumber(text) ? Numbers.parse(text) : Double.NaN;
    return Double.isNaN(parsed) ? null : parsed;
  }

  private static Rows with(Rows rows, String column, List<Object> values) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.add(column);
    List<Map<String, Object>> result = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>(rows.all().get(i));
      Object value = values.get(i) instanceof Double d && d.isNaN() ? null : values.get(i);
      Values.set(row, column, value);
      result.add(row);
    }
    return new Rows(columns, result);
  }
}
