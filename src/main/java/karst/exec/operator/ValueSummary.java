package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.function.Row;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.type.ValueOrder;
import karst.vector.Kind;
import karst.vector.Vector;

/** What values a column has; each of several in one row counts. */
final class ValueSummary {
  private final Map<String, Integer> counts = new HashMap<>();
  private double[] numbers = new double[16];
  private int numeric;
  private int count;

  /** Adds the values of a row. */
  void add(Vector column, int row) {
    if (column.kindAt(row) == Kind.LIST) {
      Vector list = column.listAt(row);
      for (int i = 0; i < list.size(); i++) {
        addSingle(list, i);
      }
    } else {
      addSingle(column, row);
    }
  }

  private void addSingle(Vector column, int row) {
    if (column.isNull(row)) {
      return;
    }
    count++;
    counts.merge(Row.textOf(column, row), 1, Integer::sum);
    double number = Row.numberOf(column, row);
    if (Double.isFinite(number)) {
      if (numeric == numbers.length) {
        numbers = Arrays.copyOf(numbers, numeric * 2);
      }
      numbers[numeric++] = number;
    }
  }

  int count() {
    return count;
  }

  int distinctCount() {
    return counts.size();
  }

  int numericCount() {
    return numeric;
  }

  /** Returns the smallest number; infinity without one. */
  double min() {
    return Arrays.stream(numbers, 0, numeric).min().orElse(Double.POSITIVE_INFINITY);
  }

  double max() {
    return Arrays.stream(numbers, 0, numeric).max().orElse(Double.NEGATIVE_INFINITY);
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < numeric; i++) {
      sum += numbers[i];
    }
    return sum / numeric;
  }

  /** Returns the standard deviation of a sample; 0 for one number. */
  double deviation() {
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < numeric; i++) {
      squares += (numbers[i] - mean) * (numbers[i] - mean);
    }
    return numeric < 2 ? 0 : Math.sqrt(squares / (numeric - 1));
  }

  /** Returns the most frequent values with their counts as JSON; of equals the first by text. */
  String values(long most) {
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey(ValueOrder.TEXT)));
    List<JsonValue> listed = new ArrayList<>();
    for (Map.Entry<String, Integer> entry :
        sorted.subList(0, (int) Math.min(most, sorted.size()))) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("value", new JsonValue.Text(entry.getKey()));
      members.put("count", new JsonValue.Number(Numbers.format(entry.getValue())));
      listed.add(new JsonValue.Members(members));
    }
    return new JsonValue.Array(listed).toJson();
  }
}
