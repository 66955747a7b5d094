package karst.exec.operator;

import karst.plan.OrderKey;
import karst.vector.DictionaryVector;
import karst.vector.Vector;

/** A key column prepared for comparing. */
sealed interface SortColumn permits SortedValues, SortedCodes {
  /** Compares two rows; null is last in both directions. */
  int compare(int a, int b);

  /** Prepares a column. */
  static SortColumn of(Vector vector, OrderKey key) {
    return vector instanceof DictionaryVector coded
        ? SortedCodes.of(coded, key)
        : SortedValues.of(vector, key);
  }
}
