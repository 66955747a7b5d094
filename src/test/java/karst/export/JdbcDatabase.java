package karst.export;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karst.script.Cell;
import karst.script.Grid;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** A database with a driver for Java. */
abstract class JdbcDatabase implements SqlDatabase {
  private final Map<String, List<?>> tables = new LinkedHashMap<>();
  private @Nullable Connection connection;

  /** Returns where the database is. */
  abstract String url();

  @Override
  public void table(String name, List<String> columns, List<? extends List<Cell>> rows)
      throws SQLException {
    List<?> wanted = List.of(columns, rows);
    if (wanted.equals(tables.get(name))) {
      return;
    }
    execute("DROP TABLE IF EXISTS " + quoted(name));
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(name));
    sql.append(" (");
    columns.forEach(column -> sql.append(quoted(column)).append(" VARCHAR, "));
    sql.append(quoted(ORDINAL)).append(" BIGINT)");
    execute(sql.toString());
    if (!rows.isEmpty()) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        String cells =
            rows.get(i).stream().map(JdbcDatabase::literal).collect(Collectors.joining(", "));
        values.add("(" + (cells.isEmpty() ? "" : cells + ", ") + i + ")");
      }
      execute("INSERT INTO " + quoted(name) + " VALUES " + String.join(", ", values));
    }
    tables.put(name, wanted);
  }

  private static String literal(Cell cell) {
    return cell.values().isEmpty() ? "NULL" : "'" + cell.values().get(0).replace("'", "''") + "'";
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Runs a statement. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = DriverManager.getConnection(url());
    }
    return connection;
  }

  @Override
  public Grid query(String sql) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      List<String> header = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        header.add(result.getMetaData().getColumnLabel(i));
      }
      List<List<Cell>> rows = new ArrayList<>();
      while (result.next()) {
        List<Cell> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(cell(result.getObject(i)));
        }
        rows.add(row);
      }
      return new Grid(header, rows);
    }
  }

  private static Cell cell(@Nullable Object value) throws SQLException {
    if (value == null) {
      return Cell.NULL;
    }
    if (value instanceof Array array) {
      List<String> values = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        values.add(text(element));
      }
      return new Cell(values);
    }
    return Cell.of(text(value));
  }

  private static String text(Object value) {
    return value instanceof Number number && !(value instanceof Long)
        ? Numbers.format(number.doubleValue())
        : value.toString();
  }
}
