package karst.cli;

import java.io.OutputStream;
import java.util.Locale;
import karst.vector.Schema;

/** How rows are written. */
enum Format {
  /** A table for people. */
  TABLE,
  /** Comma-separated values with a header. */
  CSV,
  /** One array of objects. */
  JSON,
  /** One object a line. */
  NDJSON;

  /**
   * Returns a writer of rows.
   *
   * @param terminal whether a person may be looking, so that a table keeps to the screen's width
   */
  RowWriter writer(OutputStream out, Schema columns, boolean terminal) {
    return switch (this) {
      case TABLE -> new TableWriter(out, columns, terminal ? Terminal.width() : Terminal.UNBOUNDED);
      case CSV -> new CsvRowWriter(out, columns);
      case JSON -> new JsonRowWriter(out, columns, true);
      case NDJSON -> new JsonRowWriter(out, columns, false);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
