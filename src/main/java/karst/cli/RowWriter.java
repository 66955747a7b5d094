package karst.cli;

import java.io.IOException;
import karst.Row;

/** Writes rows in a format. */
interface RowWriter extends AutoCloseable {
  /** Writes a row. */
  void write(Row row) throws IOException;

  /** Writes what comes after the last row; may be called twice. */
  @Override
  void close() throws IOException;
}
