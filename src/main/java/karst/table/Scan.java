package karst.table;

import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a table, in the table's order. It belongs to the thread that calls it, whatever
 * threads it uses itself.
 */
public interface Scan extends AutoCloseable {
  /** Returns the requested columns in the requested order. */
  Schema schema();

  /**
   * Returns the next rows, at least one, or null at the end. Whatever it throws, the scan is closed
   * then.
   *
   * @throws karst.source.SplException if the data is malformed or changes while it is read
   */
  @Nullable Batch next();

  /** Frees threads and files; once is enough, twice is harmless. */
  @Override
  void close();
}
