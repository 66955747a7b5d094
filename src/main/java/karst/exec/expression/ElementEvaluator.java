package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * The value that {@link EachValueEvaluator} is at.
 *
 * @param depth 0 for the innermost, 1 for the one around it
 */
record ElementEvaluator(int depth) implements Evaluator {
  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Vector values = batch.vector(batch.vectors().size() - 1 - depth);
    return rows.isAll(values.size()) ? values : values.gather(rows);
  }
}
