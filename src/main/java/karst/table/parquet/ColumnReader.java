package karst.table.parquet;

import karst.table.parquet.LeafType.Meaning;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;
import org.apache.parquet.format.RowGroup;

/** Reads a column of a row group from its first row to its last. */
interface ColumnReader {
  /**
   * Returns some rows.
   *
   * @param rows in ascending order, none before one that was read already
   * @throws karst.source.SplException if the file is damaged
   */
  Vector read(Selection rows);

  /**
   * Opens a column of a row group.
   *
   * @throws karst.source.SplException if it cannot be read
   */
  static ColumnReader open(ParquetInput input, RowGroup group, ParquetColumn column) {
    if (column.type().meaning() == Meaning.NOTHING) {
      return rows -> new NullVector(rows.size());
    }
    ChunkPages pages =
        new ChunkPages(input, column, ParquetFile.chunk(group, column, input).getMeta_data());
    if (column.repeated()) {
      return new ListReader(pages, column, input, group.getNum_rows());
    }
    return column.type().isNumeric()
        ? new NumberReader(new PageWalk(pages, input, column))
        : new TextReader(new PageWalk(pages, input, column));
  }
}
