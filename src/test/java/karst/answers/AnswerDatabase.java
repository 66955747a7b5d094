package karst.answers;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import karst.export.DuckDbDatabase;
import karst.script.Cell;
import karst.script.Grid;
import karst.script.ScriptTable;
import karst.type.Numbers;
import karst.type.SplType;

/** DuckDB with the tables of scripts: numbers and times are doubles, multivalues are lists. */
final class AnswerDatabase {
  private final DuckDbDatabase database = DuckDbDatabase.open();
  private final Map<String, ScriptTable> tables = new LinkedHashMap<>();

  /** Makes a table of a CSV file with a header; all columns are texts, an empty cell is null. */
  void csv(String name, Path file) throws SQLException {
    database.execute(
        "CREATE TABLE %s AS FROM read_csv(%s, header = true, all_varchar = true, nullstr = '')"
            .formatted(name, text(file.toString())));
  }

  /** Makes the table of a script, unless it is there. */
  void table(ScriptTable table) throws SQLException {
    if (table.equals(tables.put(table.name(), table))) {
      return;
    }
    StringJoiner columns = new StringJoiner(", ", "(", ")");
    for (ScriptTable.Column column : table.columns()) {
      columns.add(quoted(column.name()) + " " + type(column.type()));
    }
    database.execute("CREATE OR REPLACE TABLE " + quoted(table.name()) + " " + columns);
    StringJoiner rows = new StringJoiner(", ");
    for (List<Cell> row : table.rows()) {
      StringJoiner cells = new StringJoiner(", ", "(", ")");
      for (int i = 0; i < row.size(); i++) {
        cells.add(literal(row.get(i), table.columns().get(i).type()));
      }
      rows.add(cells.toString());
    }
    database.execute("INSERT INTO " + quoted(table.name()) + " VALUES " + rows);
  }

  /** Returns the rows of a query. */
  Grid query(String sql) throws SQLException {
    return database.query(sql);
  }

  private static String type(SplType type) {
    if (type instanceof SplType.Multivalue) {
      return "VARCHAR[]";
    }
    return isDouble(type) ? "DOUBLE" : "VARCHAR";
  }

  private static boolean isDouble(SplType type) {
    return type instanceof SplType.Number || type instanceof SplType.Time;
  }

  private static String literal(Cell cell, SplType type) {
    if (cell.values().isEmpty()) {
      return "NULL";
    }
    if (type instanceof SplType.Multivalue) {
      StringJoiner list = new StringJoiner(", ", "[", "]");
      cell.values().forEach(value -> list.add(text(value)));
      return list.toString();
    }
    String value = cell.values().get(0);
    if (type instanceof SplType.Time && !Numbers.isNumber(value)) {
      return String.valueOf(Instant.parse(value).toEpochMilli() / 1000.0);
    }
    return isDouble(type) ? value : text(value);
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
