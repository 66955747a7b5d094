package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Frequency;
import karst.source.Span;

/** The commands that count values (spl-semantics §6.1 top / rare). */
final class FrequencyCommands {
  private static final String COUNT = "$count";

  private FrequencyCommands() {}

  static Rows apply(Frequency command, boolean mostFirst, Rows rows, Expressions expressions) {
    List<FieldName> keys = new ArrayList<>(command.by());
    keys.addAll(command.fields());
    AggregateCall count =
        new AggregateCall("count", null, null, Double.NaN, COUNT, true, Span.at(0));
    Rows counted = new Grouping(expressions, keys, false, false).aggregate(rows, List.of(count));
    Map<List<Object>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    for (Map<String, Object> row : counted.all()) {
      List<Object> group = new ArrayList<>();
      command.by().forEach(field -> group.add(row.get(field.name())));
      groups.computeIfAbsent(group, unseen -> new ArrayList<>()).add(row);
    }
    List<Map<String, Object>> result = new ArrayList<>();
    groups.values().forEach(group -> result.addAll(ranked(command, mostFirst, group)));
    Set<String> columns = new LinkedHashSet<>();
    keys.forEach(field -> columns.add(field.name()));
    columns.add(command.countField());
    columns.add(command.percentField());
    columns.remove("");
    return new Rows(columns, result);
  }

  private static List<Map<String, Object>> ranked(
      Frequency command, boolean mostFirst, List<Map<String, Object>> group) {
    Comparator<Map<String, Object>> order = Comparator.comparing(FrequencyCommands::count);
    for (FieldName field : command.fields()) {
      order =
          order.thenComparing(
              row -> Objects.requireNonNull(row.get(field.name())).toString(), Comparisons.TEXT);
    }
    double total = group.stream().mapToDouble(FrequencyCommands::count).sum();
    List<Map<String, Object>> sorted = new ArrayList<>(group);
    sorted.sort(mostFirst ? order.reversed() : order);
    long limit = command.limit() == 0 ? sorted.size() : command.limit();
    List<Map<String, Object>> result = new ArrayList<>();
    double rest = 0;
    for (Map<String, Object> row : sorted) {
      if (result.size() < limit) {
        result.add(withShare(command, row, count(row), total));
      } else {
        rest += count(row);
      }
    }
    if (rest > 0 && !command.other().isEmpty()) {
      Map<String, Object> others = new LinkedHashMap<>(sorted.get(0));
      command.fields().forEach(field -> others.put(field.name(), command.other()));
      result.add(withShare(command, others, rest, total));
    }
    return result;
  }

  private static double count(Map<String, Object> row) {
    return Double.parseDouble(Objects.requireNonNull(row.get(COUNT)).toString());
  }

  private static Map<String, Object> withShare(
      Frequency command, Map<String, Object> row, double count, double total) {
    Map<String, Object> result = new LinkedHashMap<>(row);
    result.remove(COUNT);
    if (!command.countField().isEmpty()) {
      Values.set(result, command.countField(), count);
    }
    if (!command.percentField().isEmpty()) {
      result.put(command.percentField(), String.format(Locale.ROOT, "%.6f", 100 * count / total));
    }
    return result;
  }
}
