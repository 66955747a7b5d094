package karst.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import karst.command.Filldown;
import karst.command.Mvcombine;

/** The commands that compare a row with others or change the order (spl-semantics §6). */
final class RowCommands {
  private RowCommands() {}

  static Rows reversed(Rows rows, long count) {
    List<Map<String, Object>> reversed = new ArrayList<>(rows.all());
    Collections.reverse(reversed);
    return rows.with(reversed.stream().limit(count).toList());
  }

  static Rows uniq(Rows rows) {
    List<Map<String, Object>> kept = new ArrayList<>();
    Map<String, Object> before = null;
    for (Map<String, Object> row : rows.all()) {
      if (!row.equals(before)) {
        kept.add(row);
      }
      before = row;
    }
    return rows.with(kept);
  }

  static Rows filldown(Filldown command, Rows rows) {
    Map<String, Object> last = new HashMap<>();
    return rows.map(
        rows.columns(),
        row -> {
          for (String column : rows.columns()) {
            boolean named =
                command.fields().isEmpty()
                    ? !FieldNames.isInternal(column)
                    : command.fields().stream()
                        .anyMatch(field -> FieldNames.matches(field.name(), column));
            Object value = row.getOrDefault(column, last.get(column));
            if (named && value != null) {
              row.put(column, value);
              last.put(column, value);
            }
          }
          return row;
        });
  }

  /** A row without a value of the field stays; the others meet where the first of them stands. */
  static Rows mvcombine(Mvcombine command, Rows rows) {
    String field = command.field().name();
    Map<Map<String, Object>, List<String>> values = new HashMap<>();
    List<Map<String, Object>> kept = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      Map<String, Object> others = new LinkedHashMap<>(row);
      if (others.remove(field) == null) {
        kept.add(row);
      } else if (values.containsKey(others)) {
        values.get(others).addAll(Values.texts(row.get(field)));
      } else {
        values.put(others, new ArrayList<>(Values.texts(row.get(field))));
        kept.add(row);
      }
    }
    return rows.with(kept)
        .map(
            rows.columns(),
            row -> {
              if (row.remove(field) != null) {
                Values.set(
                    row, field, Values.of(Objects.requireNonNull(values.get(Map.copyOf(row)))));
              }
              return row;
            });
  }
}
