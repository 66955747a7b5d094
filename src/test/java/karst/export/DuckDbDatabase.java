package karst.export;

/** DuckDB in memory. */
public final class DuckDbDatabase extends JdbcDatabase {
  /** Opens an empty database. */
  public static DuckDbDatabase open() {
    return new DuckDbDatabase();
  }

  @Override
  public String dialect() {
    return "duckdb";
  }

  @Override
  String url() {
    return "jdbc:duckdb:";
  }
}
