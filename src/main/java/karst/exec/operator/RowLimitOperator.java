package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.RowLimit;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** Passes the first rows on and reports when there are more. */
public final class RowLimitOperator implements Operator {
  private final RowLimit limit;
  private final Operator input;
  private final RunContext context;
  private long left;

  /** Opens a limit of the only input's rows. */
  public RowLimitOperator(
      RowLimit limit,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    this.limit = limit;
    this.input = inputs.get(0);
    this.context = context;
    this.left = limit.rows();
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = left < 0 ? null : input.next();
    if (batch == null) {
      return null;
    }
    if (batch.rowCount() <= left) {
      left -= batch.rowCount();
      return batch;
    }
    context.report(limit.warning());
    int rows = (int) left;
    left = -1;
    input.close();
    return rows == 0 ? null : batch.select(batch.selection().slice(0, rows));
  }

  @Override
  public void close() {
    input.close();
  }
}
