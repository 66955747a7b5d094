package karst.exec.operator;

import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Picks rows of a vector by position, some of them none. */
final class PositionedRows {
  /** A position that stands for null. */
  static final int NONE = -1;

  private PositionedRows() {}

  /** Returns the rows at some positions; {@link #NONE} gives null. */
  static Vector gather(Vector vector, int[] positions, int count) {
    boolean all = true;
    for (int i = 0; i < count; i++) {
      all &= positions[i] != NONE;
    }
    if (all) {
      return vector.gather(Selection.of(positions, count));
    }
    VectorBuilder builder = new VectorBuilder(count);
    for (int i = 0; i < count; i++) {
      if (positions[i] == NONE) {
        builder.appendNull();
      } else {
        builder.append(vector, positions[i]);
      }
    }
    return builder.build();
  }
}
