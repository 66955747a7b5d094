package karst.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import karst.Backend;
import karst.EngineBuilder;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A session of Spark with some tables.
 *
 * <pre>{@code
 * SparkConnection connection = new SparkConnection(session);
 * connection.open("Endpoint.Processes", "parquet:/data/processes", Optional.empty());
 * Engine engine = connection.configure(Engine.builder()).build();
 * }</pre>
 */
public final class SparkConnection implements Backend.Connection {
  private final SparkSession session;
  private final KernelFunctions functions;
  private final Map<String, SparkTable> tables = new LinkedHashMap<>();

  /** Creates a connection; it sets the session to UTC and to names in which case counts. */
  public SparkConnection(SparkSession session) {
    this.session = session;
    session.conf().set("spark.sql.session.timeZone", "UTC");
    session.conf().set("spark.sql.caseSensitive", "true");
    this.functions = new KernelFunctions(session);
  }

  @Override
  public void open(String name, String location, Optional<String> ordinal) {
    tables.put(name, SparkLocation.parse(location).open(session, name, ordinal));
  }

  /**
   * Opens a table that the program has itself.
   *
   * @param ordinal tells the order of its rows, a whole number; empty if they have none
   */
  public void open(String name, Dataset<Row> rows, Optional<Column> ordinal) {
    tables.put(name, SourceView.create(session, name, rows, ordinal));
  }

  @Override
  public EngineBuilder configure(EngineBuilder builder) {
    tables.values().forEach(builder::table);
    return builder.rewrite(new SparkRewrite(session, functions));
  }

  @Override
  public void close() {
    session.stop();
  }
}
