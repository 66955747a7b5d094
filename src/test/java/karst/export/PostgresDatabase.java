package karst.export;

/**
 * The PostgreSQL server of the environment variables of its client, as {@code pg_virtualenv} sets
 * them; its driver is on the class path of the profile {@code postgres}.
 */
public final class PostgresDatabase extends JdbcDatabase {
  @Override
  public String dialect() {
    return "postgres";
  }

  @Override
  String url() {
    return "jdbc:postgresql://%s:%s/%s?user=%s&password=%s"
        .formatted(
            variable("PGHOST", "localhost"),
            variable("PGPORT", "5432"),
            variable("PGDATABASE", "postgres"),
            variable("PGUSER", "postgres"),
            variable("PGPASSWORD", ""));
  }

  private static String variable(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
