package karst.exec.shared;

import java.time.Duration;
import java.util.List;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.vector.Batch;
import karst.vector.Selection;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The condition of some scans of a table. One that fails is given up: the searches that have it
 * read the table themselves, and fail as they would alone.
 */
final class SharedCondition {
  private final @Nullable RexNode predicate;
  private final long patience;
  private @Nullable Evaluator evaluator;
  private long nanos;
  private @Nullable String givenUp;

  /**
   * Creates a condition.
   *
   * @param predicate over the columns of the table; null for all rows
   * @param patience how long it may take in all; null for as long as it likes
   */
  SharedCondition(@Nullable RexNode predicate, @Nullable Duration patience) {
    this.predicate = predicate;
    this.patience = patience == null ? Long.MAX_VALUE : patience.toNanos();
  }

  /** Returns the condition over the columns of the table, or null. */
  @Nullable RexNode predicate() {
    return predicate;
  }

  /** Makes ready for batches of some columns of the table. */
  void open(EvaluatorFactory factory, List<Integer> columns) {
    evaluator = predicate == null ? null : factory.create(Conditions.among(predicate, columns));
  }

  /** Returns the rows of a batch that pass; null when the condition is given up. */
  @Nullable Selection select(Batch batch) {
    if (givenUp != null) {
      return null;
    }
    if (evaluator == null) {
      return batch.selection();
    }
    Selection[] rows = new Selection[1];
    Evaluator asked = evaluator;
    attempt(() -> rows[0] = asked.select(batch, batch.selection()));
    return rows[0];
  }

  /** Does something for the condition, which is given up if that fails or takes too long. */
  void attempt(Runnable work) {
    if (givenUp != null) {
      return;
    }
    long started = System.nanoTime();
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError failure) {
      giveUp("its condition fails: " + failure.getMessage());
    } finally {
      nanos += System.nanoTime() - started;
      if (nanos > patience) {
        giveUp("its condition takes as long as a search may");
      }
    }
  }

  /** Frees what evaluation needs. */
  void close() {
    evaluator = null;
  }

  /** Leaves the condition to the searches that have it. */
  void giveUp(String reason) {
    givenUp = reason;
    evaluator = null;
  }

  /** Returns why the condition is left to its searches; null when it is not. */
  @Nullable String givenUp() {
    return givenUp;
  }
}
