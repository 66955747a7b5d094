package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Keeps some rows after passing over others; the input is not asked for more than they need.
 *
 * @param input where rows come from
 * @param offset how many to pass over
 * @param count how many to keep
 */
public record LimitNode(PhysicalNode input, long offset, long count) implements PhysicalNode {
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
    return "Limit(" + (offset == 0 ? "" : "offset=[" + offset + "], ") + "count=[" + count + "])";
  }

  @Override
  public Operator open(RunContext context) {
    return new LimitOperator(input.open(context), offset, count);
  }

  /** A running limit. */
  private static final class LimitOperator implements Operator {
    private final Operator input;
    private long skip;
    private long left;

    LimitOperator(Operator input, long offset, long count) {
      this.input = input;
      this.skip = offset;
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
      while (batch != null && batch.rowCount() <= skip) {
        skip -= batch.rowCount();
        batch = input.next();
      }
      if (batch == null) {
        return null;
      }
      int from = (int) skip;
      int rows = (int) Math.min(left, batch.rowCount() - from);
      skip = 0;
      left -= rows;
      return batch.select(batch.selection().slice(from, rows));
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
