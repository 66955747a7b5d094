package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.BooleanVector;
import karst.vector.DoubleVector;
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

  @Override
  public Selection select(Batch batch, Selection rows) {
    Vector values = operand.evaluate(batch, rows);
    if (values instanceof DoubleVector numbers && numbers.validity() == null) {
      return wanted ? Selection.all(0) : rows;
    }
    int[] kept = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      kept[count] = rows.row(i);
      count += values.isNull(i) == wanted ? 1 : 0;
    }
    return count == kept.length ? rows : Selection.of(kept, count);
  }
}
