package karst.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karst.script.Cell;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import karst.table.Tables;
import org.jspecify.annotations.Nullable;

/**
 * A generated table.
 *
 * @param rows a cell is a {@code String}, a {@code Double} or a list of these; null cells are left
 *     out
 */
record TestTable(String name, List<String> columns, List<Map<String, Object>> rows) {
  TestTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Returns the table as the interpreter takes it: all values are text. */
  Rows reference() {
    List<Map<String, Object>> texts = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      row.forEach((column, value) -> Values.set(fields, column, value));
      texts.add(fields);
    }
    return new Rows(new LinkedHashSet<>(columns), texts);
  }

  /** Returns the table in memory. */
  Table inMemory() {
    MemoryTableBuilder builder = MemoryTable.builder(name);
    columns.forEach(builder::column);
    for (Map<String, Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      columns.forEach(column -> cells.add(row.get(column)));
      builder.row(cells.toArray());
    }
    return builder.build();
  }

  /** Returns the table with what a CSV file can hold: no several values, no empty texts. */
  TestTable flat() {
    List<Map<String, Object>> flat = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      row.forEach(
          (column, value) -> {
            String first = Values.texts(value).get(0);
            if (!first.isEmpty()) {
              cells.put(column, value instanceof Double ? value : first);
            }
          });
      flat.add(cells);
    }
    return new TestTable(name, columns, flat);
  }

  /** Returns the table with the first of several values. */
  TestTable single() {
    List<Map<String, Object>> single = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      row.forEach(
          (column, value) ->
              cells.put(column, value instanceof List<?> list ? list.get(0) : value));
      single.add(cells);
    }
    return new TestTable(name, columns, single);
  }

  /** Returns the table as a database holds it. */
  List<List<Cell>> cells() {
    return rows.stream()
        .map(
            row -> columns.stream().map(column -> new Cell(Values.texts(row.get(column)))).toList())
        .toList();
  }

  /** Returns the table as a CSV file. */
  Table inFile(Path file) {
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
    for (Map<String, Object> row : rows) {
      csv.append(
              columns.stream()
                  .map(column -> quoted(Values.texts(row.get(column))))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    try {
      Files.writeString(file, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Tables.csv(name, file);
  }

  private static String quoted(List<String> texts) {
    return texts.isEmpty() ? "" : "\"" + texts.get(0).replace("\"", "\"\"") + "\"";
  }

  /** Returns the table as a test script writes one. */
  String script() {
    StringBuilder script = new StringBuilder("table " + name + "\n");
    script.append(
        columns.stream()
            .map(column -> column + type(column))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    for (Map<String, Object> row : rows) {
      script.append(
          columns.stream()
              .map(column -> cell(row.get(column)))
              .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    return script.toString();
  }

  /** Returns the type that a script gives to a column, by what is in it. */
  private String type(String column) {
    List<Object> values = new ArrayList<>();
    rows.stream().filter(row -> row.containsKey(column)).forEach(r -> values.add(r.get(column)));
    if (column.equals("_time")) {
      return ":time";
    }
    if (values.stream().allMatch(String.class::isInstance)) {
      return "";
    }
    if (values.stream().allMatch(Double.class::isInstance)) {
      return ":number";
    }
    return values.stream().anyMatch(Double.class::isInstance) ? ":any" : ":multi";
  }

  /** Returns a value as a test script writes one. */
  private static String cell(@Nullable Object value) {
    return new Cell(Values.texts(value)).written();
  }
}
