package karst.table;

import java.util.List;
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

  /**
   * Starts to read the table in parts; the caller closes all of them.
   *
   * @param context is asked on the thread of each part
   * @param most how many parts at most
   * @return at least one scan, each for a thread of its own, whose batches may be looked at until
   *     the next one is asked for: the rows of the first one, then those of the second, and so on
   *     are the rows that {@link #scan} gives, in their order
   * @throws karst.source.SplException if the data cannot be read any more
   */
  default List<Scan> scanParts(ScanRequest request, ScanContext context, int most) {
    return List.of(scan(request, context));
  }
}
