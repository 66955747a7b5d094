package karst.table;

import java.util.List;
import karst.vector.Batch;
import karst.vector.Selection;
import org.jspecify.annotations.Nullable;

/** Chooses rows by some columns only. It may be opened several times, from any thread. */
public interface ScanFilter {
  /** Returns the table's columns that the filter reads: those of the batches that it gets. */
  List<Integer> columns();

  /**
   * Returns what the cells of a row that passes hold for certain: of each element, at least one
   * text stands in some cell, in any case of its letters. A scan may use it to pass over rows
   * unread, and asks the predicate about the others. Columns of text only may be meant.
   */
  default List<RequiredText> required() {
    return List.of();
  }

  /**
   * Returns a filter of one of {@link #columns} alone which every row passes that passes this one;
   * null when there is none. A scan may use it to find rows by their value, and asks the predicate
   * about each that it finds.
   */
  default @Nullable ScanFilter on(int column) {
    return null;
  }

  /**
   * Returns bounds that a column of numbers keeps in every row that passes; null when none are
   * known. A scan may use them to pass over rows unread.
   */
  default @Nullable NumberRange range(int column) {
    return null;
  }

  /**
   * Returns what stands for the filter in all scans of all searches: filters with equal keys let
   * the same rows pass, at any time. Null if there is no such thing.
   */
  default @Nullable Object key() {
    return null;
  }

  /** Returns a predicate for one worker, which never calls it from two threads at a time. */
  RowPredicate open();

  /** A filter at work; it may keep buffers and what it found out about a dictionary. */
  interface RowPredicate {
    /**
     * Returns the rows of a batch that pass, in ascending order. All rows of the batch count.
     *
     * <p>A dictionary column's dictionary is the worker's own: it grows from batch to batch, and
     * its codes are not those of the delivered rows. Answers may be kept per dictionary and code.
     */
    Selection select(Batch batch);
  }
}
