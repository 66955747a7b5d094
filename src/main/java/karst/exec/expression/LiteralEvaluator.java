package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.ConstantVector;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * A constant.
 *
 * @param value its value as a vector of one row
 */
record LiteralEvaluator(Vector value) implements Evaluator {
  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    return new ConstantVector(value, rows.size());
  }
}
