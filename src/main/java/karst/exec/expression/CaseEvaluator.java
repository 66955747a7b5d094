package karst.exec.expression;

import java.util.List;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * The value of the first condition that is true. A condition and a value are evaluated only for the
 * rows that reach them.
 *
 * @param conditions the conditions in order
 * @param values one value a condition, and last the value when none is true
 */
record CaseEvaluator(List<Evaluator> conditions, List<Evaluator> values) implements Evaluator {
  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    Stitch stitch = new Stitch(rows);
    Selection open = rows;
    for (int i = 0; i < conditions.size() && open.size() > 0; i++) {
      Selection hits = conditions.get(i).select(batch, open);
      if (hits.size() > 0) {
        stitch.add(hits, values.get(i).evaluate(batch, hits));
        open = Truth.minus(open, hits);
      }
    }
    if (open.size() > 0) {
      stitch.add(open, values.get(conditions.size()).evaluate(batch, open));
    }
    return rows.size() == 0 ? new NullVector(0) : stitch.build();
  }

  @Override
  public Selection select(Batch batch, Selection rows) {
    Selection found = Selection.all(0);
    Selection open = rows;
    for (int i = 0; i < conditions.size() && open.size() > 0; i++) {
      Selection hits = conditions.get(i).select(batch, open);
      if (hits.size() > 0) {
        found = Truth.union(found, values.get(i).select(batch, hits));
        open = Truth.minus(open, hits);
      }
    }
    if (open.size() > 0) {
      found = Truth.union(found, values.get(conditions.size()).select(batch, open));
    }
    return found;
  }
}
