package karst.table;

import karst.vector.Schema;

/** Rows with a known schema that can be read any number of times, also by several threads. */
public interface Table {
  /** The field that holds an event's time. */
  String TIME_FIELD = "_time";

  /** Returns the name that a search calls it by. */
  String name();

  /** Returns the columns. */
  Schema schema();

  /**
   * Starts to read the table; the caller closes the scan.
   *
   * @throws karst.source.SplException if the data cannot be read any more
   */
  Scan scan(ScanRequest request, ScanContext context);
}
