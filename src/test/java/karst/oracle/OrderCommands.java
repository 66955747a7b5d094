package karst.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.Dedup;
import karst.command.Head;
import karst.command.Sort;
import karst.command.SortKey;
import org.jspecify.annotations.Nullable;

/** The commands that depend on the order of rows (spl-semantics §6.1 sort, dedup, head). */
final class OrderCommands {
  private OrderCommands() {}

  static Rows sort(Sort command, Rows rows) {
    List<Map<String, Object>> sorted = sorted(command.keys(), rows.all());
    long limit = command.limit() == 0 ? Long.MAX_VALUE : command.limit();
    return rows.with(sorted.stream().limit(limit).toList());
  }

  private static List<Map<String, Object>> sorted(
      List<SortKey> keys, List<Map<String, Object>> rows) {
    List<Map<String, Object>> sorted = new ArrayList<>(rows);
    // The sort is stable, so the least significant key comes first.
    for (int i = keys.size() - 1; i >= 0; i--) {
      SortKey key = keys.get(i);
      sorted.sort(Comparator.comparing(row -> first(row, key.field()), order(key)));
    }
    return sorted;
  }

  /** A multivalue is sorted by its first value. */
  private static @Nullable String first(Map<String, Object> row, FieldName field) {
    List<String> texts = Values.texts(row.get(field.name()));
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** Null comes last in either direction. */
  private static Comparator<@Nullable String> order(SortKey key) {
    Comparator<String> order =
        switch (key.comparison()) {
          case AUTO -> Comparisons.AUTO;
          case NUM -> Comparisons.NUMBERS;
          case STR -> Comparisons.TEXT;
          case IP -> Comparisons.ADDRESSES;
        };
    return Comparator.nullsLast(key.descending() ? order.reversed() : order);
  }

  static Rows head(Head command, Rows rows, Expressions expressions) {
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      if (kept.size() == command.limit()) {
        break;
      }
      if (command.condition() != null) {
        Object holds = expressions.evaluate(command.condition(), row);
        boolean ends = holds == null ? !command.keepNull() : !(Boolean) holds;
        if (ends) {
          if (command.keepLast()) {
            kept.add(row);
          }
          break;
        }
      }
      kept.add(row);
    }
    return rows.with(kept);
  }

  static Rows dedup(Dedup command, Rows rows) {
    List<String> fields = command.fields().stream().map(FieldName::name).toList();
    List<Map<String, Object>> kept = new ArrayList<>();
    Map<List<List<String>>, Long> seen = new HashMap<>();
    List<List<String>> previous = List.of();
    for (Map<String, Object> row : sorted(command.sortBy(), rows.all())) {
      if (!row.keySet().containsAll(fields)) {
        if (command.keepEmpty()) {
          kept.add(row);
        }
        continue;
      }
      // A multivalue counts as a whole, in its order.
      List<List<String>> key = fields.stream().map(f -> Values.texts(row.get(f))).toList();
      if (command.consecutive() && !key.equals(previous)) {
        seen.clear();
      }
      previous = key;
      if (seen.merge(key, 1L, Long::sum) <= command.count()) {
        kept.add(row);
      } else if (command.keepEvents()) {
        Map<String, Object> emptied = new LinkedHashMap<>(row);
        emptied.keySet().removeAll(fields);
        kept.add(emptied);
      }
    }
    return rows.with(kept);
  }
}
