package karst.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parquet files as DuckDB writes and reads them. */
final class DuckDbFiles {
  private DuckDbFiles() {}

  /** Writes the rows of a query; options are those of DuckDB's COPY. */
  static Path write(Path file, String query, String options) {
    ask("COPY (" + query + ") TO '" + file + "' (FORMAT parquet" + options + ")");
    return file;
  }

  /** Returns the rows of a query as texts. */
  static List<List<@Nullable String>> ask(String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      if (statement.execute(query)) {
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          List<@Nullable String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
