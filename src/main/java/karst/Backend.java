package karst;

import java.util.Map;
import java.util.Optional;

/**
 * An engine beside Karst's own that searches can run on, such as Apache Spark; found on the class
 * path as a service.
 */
public interface Backend {
  /** Returns the name that a user asks for it by, such as {@code spark}. */
  String name();

  /**
   * Connects to it.
   *
   * @throws karst.source.SplException if there is no connection
   */
  Connection connect(Settings settings);

  /**
   * What a connection is made with.
   *
   * @param master where the engine runs, such as {@code local[2]}; empty for where it is told to
   *     elsewhere, or this machine
   * @param configuration settings of the engine's own
   */
  record Settings(Optional<String> master, Map<String, String> configuration) {
    public Settings {
      configuration = Map.copyOf(configuration);
    }
  }

  /** A connection, which engines are built upon. */
  interface Connection extends AutoCloseable {
    /**
     * Opens a table that searches may read.
     *
     * @param name as searches call it
     * @param location where its rows are, such as {@code parquet:/data/processes}
     * @param ordinal a column that tells the order of its rows, where the back end knows of none
     * @throws karst.source.SplException if it cannot be opened
     */
    void open(String name, String location, Optional<String> ordinal);

    /** Gives an engine the tables that are open, and lets their rows be read where they are. */
    EngineBuilder configure(EngineBuilder builder);

    /** Ends the connection, and all runs of its engines. */
    @Override
    void close();
  }
}
