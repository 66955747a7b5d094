package karst.table.parquet;

import org.jspecify.annotations.Nullable;

/**
 * Walks forward through the rows of a column without lists; pages that no row is wanted of stay as
 * they are.
 */
final class PageWalk {
  private final ChunkPages pages;
  private final ParquetInput input;
  private final ParquetColumn column;
  private long first;
  private long end;
  private @Nullable PageValues values;
  private boolean @Nullable [] present;

  PageWalk(ChunkPages pages, ParquetInput input, ParquetColumn column) {
    this.pages = pages;
    this.input = input;
    this.column = column;
  }

  /** Returns the chunk. */
  ChunkPages pages() {
    return pages;
  }

  /**
   * Goes to the page of a row.
   *
   * @return the row's place in the page
   * @throws karst.source.SplException if there is no such row or the page is damaged
   */
  int seek(long row) {
    while (row >= end) {
      if (!pages.next()) {
        throw input.damaged(
            input.size(), "column `" + column.name() + "` has fewer rows than its row group");
      }
      first = end;
      end += pages.levels();
      values = null;
    }
    if (row < first) {
      throw new IllegalArgumentException("row " + row + " has been passed");
    }
    return (int) (row - first);
  }

  /** Returns the row after the last one of the page. */
  long end() {
    return end;
  }

  /** Returns the values of the page's rows. */
  PageValues values() {
    PageValues known = values;
    if (known == null) {
      LeveledValues page = pages.decode();
      known = page.rows();
      present = page.present();
      values = known;
    }
    return known;
  }

  /** Returns which rows of the page have a value; null for all; asked for after the values. */
  boolean @Nullable [] present() {
    return present;
  }
}
