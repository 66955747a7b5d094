package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows until a condition is false for the first time (spl-semantics §6.1 head).
 *
 * @param input where rows come from
 * @param condition over the input's columns
 * @param conditionText the condition for explain
 * @param limit at most this many rows
 * @param nullContinues whether a null condition lets rows go on
 * @param keepLast whether the row that ends it is kept
 */
public record HeadWhileNode(
    PhysicalNode input,
    RexNode condition,
    String conditionText,
    long limit,
    boolean nullContinues,
    boolean keepLast)
    implements PhysicalNode {
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
    return "HeadWhile(condition=["
        + conditionText
        + "]"
        + (nullContinues ? ", null" : "")
        + (keepLast ? ", keeplast" : "")
        + ")";
  }

  @Override
  public Operator open(RunContext context) {
    Evaluator evaluator = new EvaluatorFactory(context.functionContext()).create(condition);
    return new HeadOperator(this, input.open(context), evaluator);
  }

  /** A running head. */
  private static final class HeadOperator implements Operator {
    private final HeadWhileNode node;
    private final Operator input;
    private final Evaluator condition;
    private long left;

    HeadOperator(HeadWhileNode node, Operator input, Evaluator condition) {
      this.node = node;
      this.input = input;
      this.condition = condition;
      this.left = node.limit;
    }

    @Override
    public @Nullable Batch next() {
      if (left == 0) {
        input.close();
        return null;
      }
      Batch batch = input.next();
      if (batch == null) {
        return null;
      }
      int rows = (int) Math.min(left, batch.rowCount());
      Vector values = condition.evaluate(batch, batch.selection());
      int stop = 0;
      while (stop < rows && goesOn(values, stop)) {
        stop++;
      }
      boolean ended = stop < rows;
      int kept = ended && node.keepLast ? stop + 1 : stop;
      left = ended ? 0 : left - kept;
      Selection selection = batch.selection().slice(0, kept);
      return kept == 0 ? null : batch.select(selection);
    }

    private boolean goesOn(Vector values, int row) {
      return values.kindAt(row) == Kind.BOOLEAN ? values.booleanAt(row) : node.nullContinues;
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
