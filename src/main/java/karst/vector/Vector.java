package karst.vector;

/**
 * One column of a batch.
 *
 * <p>Kernels switch on the class of the vector and work on its arrays; the accessors by row are for
 * results, rare kinds and tests. Each accessor may be called only where {@link #kindAt} says that
 * the row has that kind.
 */
public sealed interface Vector
    permits LongVector,
        DoubleVector,
        BooleanVector,
        StringVector,
        DictionaryVector,
        ListVector,
        ConstantVector,
        NullVector,
        MixedVector {
  /** Returns the number of rows. */
  int size();

  /** Returns what a row holds. */
  Kind kindAt(int row);

  /** Returns whether a row holds nothing. */
  boolean isNull(int row);

  /** Returns a row's number. */
  default double numberAt(int row) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " holds no numbers");
  }

  /** Returns a row's text; decodes it, so not for hot paths. */
  default String textAt(int row) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " holds no text");
  }

  /** Returns a row's truth value. */
  default boolean booleanAt(int row) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " holds no booleans");
  }

  /** Returns a row's values, at least two, as a vector of their own. */
  default Vector listAt(int row) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " holds no lists");
  }

  /** Returns the selected rows, packed, as a vector of {@code selection.size()} rows. */
  Vector gather(Selection selection);

  /** Returns about how many bytes of memory the vector keeps alive, dictionaries excluded. */
  long bytes();
}
