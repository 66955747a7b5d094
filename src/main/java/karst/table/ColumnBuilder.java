package karst.table;

import karst.vector.Vector;

/** Collects the rows of a column that is loaded. */
sealed interface ColumnBuilder permits CodedColumn.Builder, NumberColumn.Builder {
  /** Appends the rows of a vector. */
  void append(Vector vector);

  /** Returns the column; the builder must not be used afterwards. */
  LoadedColumn build();
}
