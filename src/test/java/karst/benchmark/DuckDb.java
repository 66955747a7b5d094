package karst.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import karst.sample.ProcessColumn;
import org.jspecify.annotations.Nullable;

/** DuckDB, with the process starts as a table {@code t} that is read from the CSV file anew. */
final class DuckDb implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;

  /** The columns that searches filter by; tuned tables have them in lower case and coded. */
  private static final List<String> CODED =
      List.of("dest", "process_name", "original_file_name", "parent_process_name");

  private final Connection connection;
  private final Path csv;

  private DuckDb(Connection connection, Path csv) {
    this.connection = connection;
    this.csv = csv;
  }

  /** Opens DuckDB. */
  static DuckDb open(Path database, Path csv, int threads) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
    DuckDb duck = new DuckDb(connection, csv);
    duck.execute("SET threads=" + threads);
    duck.execute("SET memory_limit='6GB'");
    duck.execute("SET preserve_insertion_order=false");
    duck.execute("CREATE OR REPLACE TEMP VIEW t AS SELECT * FROM " + duck.file());
    return duck;
  }

  private String file() {
    String columns =
        ProcessColumn.header().stream()
            .map(name -> "'" + name + "':'" + (name.equals("_time") ? "DOUBLE" : "VARCHAR") + "'")
            .collect(Collectors.joining(", ", "{", "}"));
    return "read_csv('" + csv + "', header=true, quote='\"', escape='\"', columns=" + columns + ")";
  }

  /** Reads the file into a table of its own, unless it is there, and returns the milliseconds. */
  double load(Storage storage) throws SQLException {
    long start = System.nanoTime();
    execute("CREATE TABLE IF NOT EXISTS loaded AS SELECT * FROM " + file());
    if (storage == Storage.TUNED) {
      StringBuilder columns = new StringBuilder();
      for (String name : CODED) {
        String value = "lower(coalesce(" + name + ", ''))";
        execute("DROP TABLE IF EXISTS tuned");
        execute("DROP TYPE IF EXISTS " + name + "_values");
        execute(
            "CREATE TYPE %s_values AS ENUM (SELECT DISTINCT %s FROM loaded ORDER BY 1)"
                .formatted(name, value));
        columns.append(", ").append(value).append("::").append(name).append("_values AS low_");
        columns.append(name);
      }
      execute("CREATE TABLE tuned AS SELECT *" + columns + " FROM loaded");
    }
    String table = storage == Storage.TUNED ? "tuned" : "loaded";
    execute("CREATE OR REPLACE TEMP VIEW t AS SELECT * FROM " + table);
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** Runs a query and returns the milliseconds; its rows go into a table, so none are fetched. */
  double time(String sql) throws SQLException {
    long start = System.nanoTime();
    execute("CREATE OR REPLACE TEMP TABLE answer AS " + sql);
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** Runs a query. */
  Answer answer(String sql) throws SQLException {
    Answer answer = new Answer();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        @Nullable Object[] row = new Object[width];
        for (int i = 0; i < width; i++) {
          row[i] = rows.getObject(i + 1);
        }
        answer.add(row);
      }
    }
    return answer;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
