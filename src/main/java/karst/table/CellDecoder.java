package karst.table;

import karst.type.SplType;
import karst.vector.Selection;

/** Turns the cells of one column into vectors; belongs to one worker. */
sealed interface CellDecoder permits TextDecoder, TimeDecoder {
  /**
   * Returns a decoder for a column of a type.
   *
   * @param cell which cell of a record it is
   * @param blanks whether blanks at the start of a cell without quotes belong to it
   */
  static CellDecoder of(SplType type, int cell, boolean blanks) {
    return type instanceof SplType.Time ? new TimeDecoder(cell) : new TextDecoder(cell, blanks);
  }

  /** Returns the column of some records, one row for each selected record. */
  DecodedColumn decode(CsvRecords records, Selection rows, FaultLines faults);
}
