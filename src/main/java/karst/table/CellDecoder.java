package karst.table;

import karst.type.SplType;
import karst.vector.Selection;

/** Turns the cells of one column into vectors; belongs to one worker. */
sealed interface CellDecoder permits TextDecoder, TimeDecoder {
  /** Returns a decoder for a column of a type. */
  static CellDecoder of(SplType type, int cell) {
    return type instanceof SplType.Time ? new TimeDecoder(cell) : new TextDecoder(cell);
  }

  /** Returns the column of some records, one row for each selected record. */
  DecodedColumn decode(CsvRecords records, Selection rows, FaultLines faults);
}
