package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * A column of the input.
 *
 * @param column its index
 */
record InputEvaluator(int column) implements Evaluator {
  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Vector vector = batch.vector(column);
    return rows.isAll(vector.size()) ? vector : vector.gather(rows);
  }
}
