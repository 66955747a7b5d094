package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows after some that it passes over; the input is not asked for more than they
 * need.
 *
 * @param input where rows come from
 * @param start how many rows to pass over
 * @param count how many to keep
 */
public record LimitNode(PhysicalNode input, long start, long count) implements PhysicalNode {
  @Override
  public Schema schema() {
    return input.schema();
  }

  @Override
  public List<PhysicalNode> inputs() {
    return List.of(input);
  }

  @Override
  public String describe() {
    return start == 0
        ? "Limit(count=[" + count + "])"
        : "Limit(start=[" + start + "], count=[" + count + "])";
  }

  @Override
  public Operator open(RunContext context) {
    return new LimitOperator(input.open(context), start, count);
  }

  /** A running limit. */
  private static final class LimitOperator implements Operator {
    private final Operator input;
    private long before;
    private long left;

    LimitOperator(Operator input, long start, long count) {
      this.input = input;
      this.before = start;
      this.left = count;
    }

    @Override
    public @Nullable Batch next() {
      if (left == 0) {
        // Stops scans below at once.
        input.close();
        return null;
      }
      Batch batch = input.next();
      while (batch != null && batch.rowCount() <= before) {
        before -= batch.rowCount();
        batch = input.next();
      }
      if (batch == null) {
        return null;
      }
      int from = (int) before;
      int rows = (int) Math.min(left, batch.rowCount() - before);
      before = 0;
      left -= rows;
      return rows == batch.rowCount() ? batch : batch.select(batch.selection().slice(from, rows));
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
