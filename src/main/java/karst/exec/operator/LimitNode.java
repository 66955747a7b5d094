package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows; the input is not asked for more than they need.
 *
 * @param input where rows come from
 * @param count how many
 */
public record LimitNode(PhysicalNode input, long count) implements PhysicalNode {
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
    return "Limit(count=[" + count + "])";
  }

  @Override
  public Operator open(RunContext context) {
    return new LimitOperator(input.open(context), count);
  }

  /** A running limit. */
  private static final class LimitOperator implements Operator {
    private final Operator input;
    private long left;

    LimitOperator(Operator input, long count) {
      this.input = input;
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
      if (batch == null) {
        return null;
      }
      int rows = (int) Math.min(left, batch.rowCount());
      left -= rows;
      return rows == batch.rowCount() ? batch : batch.select(batch.selection().slice(0, rows));
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
