package karst.exec.operator;

import java.util.List;
import karst.vector.Batch;
import karst.vector.Vector;

/** The rows before a row that count for it. */
interface StreamFrame {
  /** Takes the batch that the next rows are in. */
  void open(Batch batch);

  /**
   * Counts a row, and returns the aggregates for it: a column of one row each.
   *
   * @param group the row's group, at least 0
   */
  List<Vector> results(int row, int group);

  /** Forgets all rows. */
  void reset();

  /** Returns about how many bytes of memory the state takes. */
  long bytes();
}
