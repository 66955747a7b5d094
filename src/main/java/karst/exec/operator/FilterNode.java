package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows for which a condition is true. The columns stay as they are: only the selection
 * narrows.
 *
 * @param input where rows come from
 * @param condition over the input's columns
 * @param conditionText the condition for explain
 */
public record FilterNode(PhysicalNode input, RexNode condition, String conditionText)
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
    return "Filter(condition=[" + conditionText + "])";
  }

  @Override
  public Operator open(RunContext context) {
    return over(input.open(context), context);
  }

  @Override
  public List<Operator> openParts(RunContext context, int most) {
    return Parts.wrap(input.openParts(context, most), part -> over(part, context));
  }

  private Operator over(Operator rows, RunContext context) {
    Evaluator evaluator = new EvaluatorFactory(context.functionContext()).create(condition);
    return new FilterOperator(rows, evaluator, context);
  }

  /** A running filter. */
  private record FilterOperator(Operator input, Evaluator condition, RunContext context)
      implements Operator {
    @Override
    public @Nullable Batch next() {
      for (Batch batch = input.next(); batch != null; batch = input.next()) {
        context.checkpoint();
        Selection selection = condition.select(batch, batch.selection());
        if (selection.size() > 0) {
          return batch.select(selection);
        }
      }
      return null;
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
