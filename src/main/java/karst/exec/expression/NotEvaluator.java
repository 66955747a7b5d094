package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.BooleanVector;
import karst.vector.Kind;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;

/**
 * Negation; the opposite of null is null.
 *
 * @param operand what is negated
 * @param twoValued whether the operand is never null, as search terms are; then the rows are simply
 *     the others
 */
record NotEvaluator(Evaluator operand, boolean twoValued) implements Evaluator {
  @Override
  public Selection select(Batch batch, Selection rows) {
    if (twoValued) {
      return Truth.minus(rows, operand.select(batch, rows));
    }
    return Truth.select(evaluate(batch, rows), rows);
  }

  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Vector values = operand.evaluate(batch, rows);
    long[] bits = Validity.none(rows.size());
    long[] valid = Validity.none(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (values.kindAt(i) == Kind.BOOLEAN) {
        Validity.set(valid, i);
        if (!values.booleanAt(i)) {
          Validity.set(bits, i);
        }
      }
    }
    return new BooleanVector(bits, valid, rows.size());
  }
}
