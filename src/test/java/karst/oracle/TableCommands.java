package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.Addtotals;
import karst.command.TotalsFields;
import karst.command.Transpose;
import karst.command.Untable;
import karst.command.Xyseries;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** The commands that sum tables up and turn them (spl-semantics §6.1). */
final class TableCommands {
  private TableCommands() {}

  static Rows addtotals(Addtotals command, Rows rows) {
    Rows result = rows;
    List<String> summed = columns(command.totals(), rows);
    if (command.rows()) {
      Set<String> columns = new LinkedHashSet<>(rows.columns());
      columns.add(command.fieldName());
      result =
          rows.map(
              columns,
              row -> {
                List<Object> values = new ArrayList<>();
                summed.forEach(column -> values.add(row.get(column)));
                Values.set(row, command.fieldName(), sum(values));
                return row;
              });
    }
    if (!command.columns()) {
      return result;
    }
    Set<String> all = new LinkedHashSet<>(columns(command.totals(), result));
    if (command.rows()) {
      all.add(command.fieldName());
    }
    return withTotals(command.totals(), List.copyOf(all), result);
  }

  static Rows addcoltotals(TotalsFields totals, Rows rows) {
    return withTotals(totals, columns(totals, rows), rows);
  }

  private static Rows withTotals(TotalsFields totals, List<String> summed, Rows rows) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    List<Map<String, Object>> result = new ArrayList<>(rows.all());
    Map<String, Object> last = new LinkedHashMap<>();
    for (String column : summed) {
      List<Object> values = new ArrayList<>();
      rows.all().forEach(row -> values.add(row.get(column)));
      Values.set(last, column, sum(values));
    }
    if (!totals.labelField().isEmpty()) {
      columns.add(totals.labelField());
      last.put(totals.labelField(), totals.label());
    }
    result.add(last);
    return new Rows(columns, result);
  }

  private static List<String> columns(TotalsFields totals, Rows rows) {
    Set<String> columns = new LinkedHashSet<>();
    List<String> patterns = totals.fields().stream().map(FieldName::name).toList();
    for (String pattern : patterns.isEmpty() ? List.of("*") : patterns) {
      rows.columns().stream()
          .filter(column -> FieldNames.matches(pattern, column))
          .forEach(columns::add);
    }
    return List.copyOf(columns);
  }

  /** Of single numbers; null when there is none. */
  private static @Nullable Object sum(List<Object> values) {
    double sum = 0;
    boolean any = false;
    for (Object value : values) {
      if (value instanceof String text
          && Numbers.isNumber(text)
          && !Double.isNaN(Numbers.parse(text))) {
        sum += Numbers.parse(text);
        any = true;
      }
    }
    return any && !Double.isNaN(sum) ? (Object) sum : null;
  }

  static Rows untable(Untable command, Rows rows) {
    List<String> names = command.fields().stream().map(FieldName::name).toList();
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Map<String, Object> row : rows.all()) {
      for (String column : rows.columns()) {
        boolean wanted = !column.equals(names.get(0)) && !FieldNames.isInternal(column);
        if (wanted && row.get(column) != null) {
          Map<String, Object> cell = new LinkedHashMap<>();
          Values.set(cell, names.get(0), row.get(names.get(0)));
          cell.put(names.get(1), column);
          cell.put(names.get(2), row.get(column));
          cells.add(cell);
        }
      }
    }
    return new Rows(new LinkedHashSet<>(names), cells);
  }

  static Rows xyseries(Xyseries command, Rows rows) {
    List<String> names = command.fields().stream().map(FieldName::name).toList();
    List<Map<String, Object>> result = new ArrayList<>();
    List<List<String>> keys = new ArrayList<>();
    Set<String> values = new LinkedHashSet<>();
    int groupStart = 0;
    List<String> before = List.of();
    for (Map<String, Object> row : rows.all()) {
      List<String> key = Values.texts(row.get(names.get(0)));
      List<String> column = Values.texts(row.get(names.get(1)));
      if (key.isEmpty() || column.isEmpty()) {
        continue;
      }
      if (command.grouped() && !key.equals(before)) {
        groupStart = keys.size();
      }
      before = key;
      int at = keys.subList(groupStart, keys.size()).indexOf(key) + groupStart;
      if (at < groupStart) {
        at = keys.size();
        keys.add(key);
        result.add(new LinkedHashMap<>(Map.of(names.get(0), row.get(names.get(0)))));
      }
      String text = String.join("\n", column);
      values.add(text);
      for (String value : names.subList(2, names.size())) {
        String name = name(command, names, value, text);
        if (!name.equals(names.get(0))) {
          Values.set(result.get(at), name, row.get(value));
        }
      }
    }
    List<String> sorted = new ArrayList<>(values);
    sorted.sort(Comparisons.TEXT);
    sorted.sort(Comparisons.column(sorted));
    Set<String> columns = new LinkedHashSet<>(List.of(names.get(0)));
    for (String value : names.subList(2, names.size())) {
      sorted.forEach(text -> columns.add(name(command, names, value, text)));
    }
    return new Rows(columns, result);
  }

  private static String name(Xyseries command, List<String> names, String value, String column) {
    if (command.format() != null) {
      return command.format().replace("$AGG$", value).replace("$VAL$", column);
    }
    return names.size() == 3 ? column : value + command.separator() + column;
  }

  static Rows transpose(Transpose command, Rows rows) {
    List<Map<String, Object>> turned =
        command.rows() == 0 ? rows.all() : rows.all().stream().limit(command.rows()).toList();
    List<String> names = new ArrayList<>(List.of(command.columnName()));
    for (Map<String, Object> row : turned) {
      List<String> texts = Values.texts(row.get(command.headerField()));
      String name = String.join("\n", texts);
      names.add(texts.isEmpty() || names.contains(name) ? "row " + names.size() : name);
    }
    List<Map<String, Object>> result = new ArrayList<>();
    for (String column : rows.columns()) {
      boolean empty =
          turned.stream().allMatch(r -> Objects.requireNonNullElse(r.get(column), "").equals(""));
      boolean wanted = !column.equals(command.headerField()) && !FieldNames.isInternal(column);
      if (wanted && (command.includeEmpty() || !empty)) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of(command.columnName(), column));
        for (int i = 0; i < turned.size(); i++) {
          Values.set(row, names.get(i + 1), turned.get(i).get(column));
        }
        result.add(row);
      }
    }
    return new Rows(new LinkedHashSet<>(names), result);
  }
}
