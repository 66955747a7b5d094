package karst.exec.lookup;

/**
 * Finds the rows whose cells may match a value: all that do, perhaps some that do not, so that few
 * have to be compared.
 */
interface CellIndex {
  /** Adds a cell of a row. */
  void add(String cell, int row);

  /** Adds the rows that may match a value, in any order. */
  void candidates(String value, RowList rows);
}
