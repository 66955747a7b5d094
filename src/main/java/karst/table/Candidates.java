package karst.table;

import java.util.List;
import karst.vector.Schema;
import karst.vector.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a loaded table that a filter may let pass: what it says of one column alone is
 * asked once for each distinct text, and where that leaves few rows, only these are looked at.
 *
 * @param table the table
 */
record Candidates(LoadedTable table) {
  /** The distinct texts of a column with more are not tried one by one. */
  private static final int MOST_DISTINCT = 1 << 16;

  /** Texts are tried when there are no more than so many for each row that is left. */
  private static final int TEXTS_A_ROW = 16;

  /** Rows are looked up when they are not more than one in so many. */
  private static final int SELECTIVE = 8;

  /** Returns the rows that a filter lets look at, in ascending order. */
  Selection rows(ScanFilter filter) {
    int fewest = table.rows() / SELECTIVE;
    int[] best = null;
    for (int column : filter.columns()) {
      // To look at a row that is left takes longer than at a text of one more column.
      if (table.column(column) instanceof CodedColumn coded
          && coded.distinct() <= Math.min(MOST_DISTINCT, (long) TEXTS_A_ROW * fewest)) {
        ScanFilter alone = filter.on(column);
        if (alone != null) {
          int[] rows = rows(coded, column, alone, fewest);
          if (rows != null) {
            best = rows;
            fewest = rows.length;
          }
        }
      }
    }
    return best == null ? Selection.all(table.rows()) : Selection.of(best, best.length);
  }

  /** Returns the rows whose text passes, null when there are more than a number. */
  private int @Nullable [] rows(CodedColumn coded, int column, ScanFilter alone, int most) {
    Schema one = MemoryTable.project(table.schema(), List.of(column));
    int[] codes = coded.passing(alone, one);
    if (codes.length == coded.distinct() + 1) {
      return null;
    }
    Postings postings = coded.postings();
    long count = 0;
    for (int code : codes) {
      count += postings.count(code);
    }
    return count > most ? null : postings.rows(codes);
  }

  /**
   * Returns what is to be asked of the column with the most distinct texts before its rows are
   * looked at; null if no column has more texts than are tried at once, or more than twice the rows
   * that are left.
   */
  @Nullable PassingTexts texts(ScanFilter filter, int left) {
    PassingTexts best = null;
    int most = MOST_DISTINCT;
    for (int column : filter.columns()) {
      if (table.column(column) instanceof CodedColumn coded
          && coded.distinct() > most
          && coded.distinct() <= 2L * left) {
        ScanFilter alone = filter.on(column);
        if (alone != null) {
          Schema one = MemoryTable.project(table.schema(), List.of(column));
          best = new PassingTexts(coded, alone, one);
          most = coded.distinct();
        }
      }
    }
    return best;
  }
}
