package karst.exec.expression;

import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * An expression that several others have in common. What it says of a whole batch is kept until the
 * next batch comes: all rows of a batch count.
 */
final class SharedEvaluator implements Evaluator {
  /** The whole batch is evaluated when somebody asks for one row in so many. */
  private static final int WORTH = 4;

  private final Evaluator evaluator;
  private int uses;
  private @Nullable Batch selected;
  private Selection selection = Selection.all(0);
  private @Nullable Batch evaluated;
  private @Nullable Vector values;

  SharedEvaluator(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Counts one more expression that this one is a part of. */
  void use() {
    uses++;
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public Selection select(Batch batch, Selection rows) {
    if (selected != batch) {
      if (!isWorth(batch, rows)) {
        return evaluator.select(batch, rows);
      }
      selection = evaluator.select(batch, batch.selection());
      selected = batch;
    }
    return rows.isAll(batch.rowCount()) ? selection : Truth.intersection(rows, selection);
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public Vector evaluate(Batch batch, Selection rows) {
    Vector all = evaluated == batch ? values : null;
    if (all == null) {
      if (!isWorth(batch, rows)) {
        return evaluator.evaluate(batch, rows);
      }
      all = evaluator.evaluate(batch, batch.selection());
      values = all;
      evaluated = batch;
    }
    return rows.isAll(batch.rowCount()) ? all : all.gather(rows);
  }

  private boolean isWorth(Batch batch, Selection rows) {
    int all = batch.rowCount();
    return uses > 1 && (long) rows.size() * WORTH >= all && batch.selection().isAll(all);
  }
}
