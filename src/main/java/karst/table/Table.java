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
   * Returns what the rows are of: tables of one source have the same rows in the same order, and
   * their columns of one name are the same.
   */
  default Object source() {
    return this;
  }

  /**
   * Returns a table of the same source that has the columns of this one and of others.
   *
   * @param others tables of the same source
   */
  default Table with(List<Table> others) {
    return this;
  }

  /**
   * Returns what is known of a column without reading it. A table says more only if it never
   * changes: plans go by it.
   */
  default ColumnFacts facts(int column) {
    return ColumnFacts.NONE;
  }

  /**
   * Returns whether the rows are in memory. Each scan then shows them to its filter on the calling
   * thread, in the same order and, if batches are as large, in the same batches.
   *
   * @throws karst.source.SplException if rows that belong into memory cannot be read
   */
  default boolean isResident(ScanContext context) {
    return false;
  }

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
