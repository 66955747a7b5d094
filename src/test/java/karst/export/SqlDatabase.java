package karst.export;

import java.sql.SQLException;
import java.util.List;
import karst.script.Cell;
import karst.script.Grid;

/**
 * A database that exported SQL is run on, with tables whose columns are all texts. Those but DuckDB
 * and PostgreSQL are in {@code src/databases}, each compiled by a profile of its own.
 */
public interface SqlDatabase {
  /** The column that tells the order of each table's rows. */
  String ORDINAL = "$row";

  /** Returns the name of the dialect. */
  String dialect();

  /** Makes a table, unless there is one of the same name and rows. */
  void table(String name, List<String> columns, List<? extends List<Cell>> rows)
      throws SQLException;

  /** Returns the rows of a query, numbers as SPL writes them. */
  Grid query(String sql) throws SQLException;

  /**
   * Returns whether a query has ended in an error as it says it would, in place of a wrong answer.
   */
  default boolean isRefusal(SQLException fault) {
    return String.valueOf(fault.getMessage()).contains("in this export");
  }

  /** Returns the database of {@code -Dkarst.database}, DuckDB unless another is asked for. */
  static SqlDatabase chosen() {
    return Chosen.DATABASE;
  }

  /** The one database of a run. */
  final class Chosen {
    private static final SqlDatabase DATABASE =
        open(System.getProperty("karst.database", "DuckDbDatabase"));

    private Chosen() {}

    private static SqlDatabase open(String name) {
      try {
        Class<?> found = Class.forName(SqlDatabase.class.getPackageName() + "." + name);
        return found.asSubclass(SqlDatabase.class).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("there is no database " + name, e);
      }
    }
  }
}
