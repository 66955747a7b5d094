package karst.table;

import karst.vector.Selection;
import karst.vector.Vector;

/** A column of a loaded table. */
sealed interface LoadedColumn permits CodedColumn, NumberColumn {
  /**
   * Returns some rows.
   *
   * @param rows which
   * @param expected about how many rows a scan reads in all
   */
  Vector read(Selection rows, int expected);

  /** Returns what is known of all values. */
  ColumnFacts facts();

  /** Returns about how many bytes of memory the column takes. */
  long memory();
}
