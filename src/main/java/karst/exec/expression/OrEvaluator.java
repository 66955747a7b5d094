package karst.exec.expression;

import java.util.List;
import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * Disjunction after Kleene (spl-semantics §3.4): true wins over null. Later operands see only the
 * rows that earlier ones left open.
 *
 * @param operands at least two
 */
record OrEvaluator(List<Evaluator> operands) implements Evaluator {
  @Override
  public Selection select(Batch batch, Selection rows) {
    Selection found = Selection.all(0);
    Selection open = rows;
    for (Evaluator operand : operands) {
      if (open.size() == 0) {
        break;
      }
      Selection hits = operand.select(batch, open);
      found = Truth.union(found, hits);
      open = Truth.minus(open, hits);
    }
    return found;
  }

  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    return Kleene.evaluate(operands, batch, rows, true);
  }
}
