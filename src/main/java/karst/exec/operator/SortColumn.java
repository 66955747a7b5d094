package karst.exec.operator;

import karst.plan.OrderKey;
import karst.vector.DictionaryVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** A key column prepared for comparing. */
sealed interface SortColumn permits SortedValues, SortedCodes {
  /** Compares two rows; null is last in both directions. */
  int compare(int a, int b);

  /**
   * Returns a word for each row that compares without sign as {@link #compare} does, null if there
   * are none.
   */
  long @Nullable [] words();

  /** Prepares a column. */
  static SortColumn of(Vector vector, OrderKey key) {
    return vector instanceof DictionaryVector coded
        ? SortedCodes.of(coded, key)
        : SortedValues.of(vector, key);
  }
}
