package karst.exec.expression;

import java.util.List;
import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;

/** Computes an expression for some rows of a batch. One instance serves one thread of one run. */
public interface Evaluator {
  /**
   * Returns the values for some rows.
   *
   * @param batch the columns
   * @param rows the rows wanted, whatever the batch's own selection says
   * @return a vector of {@code rows.size()} rows
   */
  Vector evaluate(Batch batch, Selection rows);

  /**
   * Returns the rows for which the expression is true; those for which it is false or null drop
   * out.
   */
  default Selection select(Batch batch, Selection rows) {
    return Truth.select(evaluate(batch, rows), rows);
  }

  /** Returns the rows of a batch for which one of some conditions is true, in ascending order. */
  static Selection any(List<Evaluator> conditions, Batch batch) {
    return new OrEvaluator(conditions).select(batch, batch.selection());
  }
}
