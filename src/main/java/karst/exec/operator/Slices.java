package karst.exec.operator;

import karst.vector.Batch;
import karst.vector.Selection;
import org.jspecify.annotations.Nullable;

/** Hands out a large batch piece by piece. */
final class Slices {
  private final Batch all;
  private final int size;
  private int next;

  Slices(Batch all, int size) {
    this.all = all;
    this.size = size;
  }

  /** Returns the next rows, or null at the end. */
  @Nullable Batch next() {
    int left = all.rowCount() - next;
    if (left == 0) {
      return null;
    }
    Selection part = all.selection().slice(next, Math.min(left, size));
    next += part.size();
    return all.select(part);
  }
}
