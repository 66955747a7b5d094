package karst.exec.operator;

import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.LongVector;
import karst.vector.NullVector;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Puts the batches of a column one behind the other. Numbers, and codes of one dictionary, are
 * copied as they are; when something else comes, all rows are appended one by one.
 */
final class ColumnBuffer {
  private @Nullable CompactColumn compact;
  private @Nullable VectorBuilder others;

  /** Appends the rows of a vector. */
  void append(Vector vector) {
    VectorBuilder builder = others;
    if (builder != null) {
      builder.appendAll(vector);
      return;
    }
    CompactColumn known = compact == null ? start(vector) : compact;
    if (known != null && known.append(vector)) {
      compact = known;
      return;
    }
    builder = new VectorBuilder(vector.size());
    if (compact != null) {
      builder.appendAll(compact.build());
      compact = null;
    }
    builder.appendAll(vector);
    others = builder;
  }

  private static @Nullable CompactColumn start(Vector vector) {
    if (vector instanceof DoubleVector) {
      return new CompactColumn.Numbers();
    }
    if (vector instanceof LongVector) {
      return new CompactColumn.Wholes();
    }
    return vector instanceof DictionaryVector coded
        ? new CompactColumn.Codes(coded.dictionary())
        : null;
  }

  /** Returns whether the rows take but a few bytes each. */
  boolean isCompact() {
    return others == null;
  }

  /** Returns the rows so far; the buffer must not be used afterwards. */
  Vector build() {
    if (others != null) {
      return others.build();
    }
    return compact == null ? new NullVector(0) : compact.build();
  }

  /** Returns about how many bytes the buffer holds. */
  long memory() {
    return (others == null ? 0 : others.memory()) + (compact == null ? 0 : compact.memory());
  }
}
