package karst.table;

import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A column as a worker decoded it.
 *
 * @param vector the rows
 * @param texts what the codes of a dictionary vector mean, null for any other vector; taken by the
 *     worker, because its dictionary may grow while another thread reads the rows
 */
record DecodedColumn(Vector vector, @Nullable StringVector texts) {
  /** Returns the selected rows. */
  DecodedColumn gather(Selection rows) {
    return rows.isAll(vector.size()) ? this : new DecodedColumn(vector.gather(rows), texts);
  }
}
