package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.BooleanVector;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;

/**
 * Whether a value is missing, or is there.
 *
 * @param operand the value
 * @param wanted true for IS NULL, false for IS NOT NULL
 */
record IsNullEvaluator(Evaluator operand, boolean wanted) implements Evaluator {
  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Vector values = operand.evaluate(batch, rows);
    long[] bits = Validity.none(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (values.isNull(i) == wanted) {
        Validity.set(bits, i);
      }
    }
    return new BooleanVector(bits, null, rows.size());
  }
}
