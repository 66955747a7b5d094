package karst.exec.expression;

import java.util.List;
import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * Conjunction after Kleene (spl-semantics §3.4): false wins over null. Later operands see only the
 * rows that earlier ones left open.
 *
 * @param operands at least two
 */
record AndEvaluator(List<Evaluator> operands) implements Evaluator {
  @Override
  public Selection select(Batch batch, Selection rows) {
    Selection left = rows;
    for (Evaluator operand : operands) {
      if (left.size() == 0) {
        break;
      }
      left = operand.select(batch, left);
    }
    return left;
  }

  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    return Kleene.evaluate(operands, batch, rows, false);
  }
}
