package karst.exec.expression;

import java.util.List;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * The first value that is there. Later operands are evaluated only for the rows that still lack
 * one.
 *
 * @param operands at least one
 */
record CoalesceEvaluator(List<Evaluator> operands) implements Evaluator {
  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Stitch stitch = new Stitch(rows);
    Selection open = rows;
    for (Evaluator operand : operands) {
      if (open.size() == 0) {
        break;
      }
      Vector values = operand.evaluate(batch, open);
      int[] present = new int[open.size()];
      int count = 0;
      for (int i = 0; i < open.size(); i++) {
        if (!values.isNull(i)) {
          present[count++] = i;
        }
      }
      if (count == open.size()) {
        stitch.add(open, values);
        open = Selection.all(0);
      } else if (count > 0) {
        Selection positions = Selection.of(present, count);
        Selection hits = open.compose(positions);
        stitch.add(hits, values.gather(positions));
        open = Truth.minus(open, hits);
      }
    }
    if (open.size() > 0) {
      stitch.add(open, new NullVector(open.size()));
    }
    return rows.size() == 0 ? new NullVector(0) : stitch.build();
  }
}
