package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one input after those of another.
 *
 * @param inputs where rows come from, with the same columns
 * @param schema the columns, of types that hold the values of all
 */
public record UnionNode(List<PhysicalNode> inputs, Schema schema) implements PhysicalNode {
  public UnionNode {
    inputs = List.copyOf(inputs);
  }

  @Override
  public String describe() {
    return "Union";
  }

  @Override
  public Operator open(RunContext context) {
    return new UnionOperator(inputs.stream().map(input -> input.open(context)).toList(), schema);
  }

  /** A running union. */
  private static final class UnionOperator implements Operator {
    private final List<Operator> inputs;
    private final Schema schema;
    private int current;

    UnionOperator(List<Operator> inputs, Schema schema) {
      this.inputs = inputs;
      this.schema = schema;
    }

    @Override
    public @Nullable Batch next() {
      while (current < inputs.size()) {
        Batch batch = inputs.get(current).next();
        if (batch != null) {
          return new Batch(schema, batch.vectors(), batch.selection());
        }
        inputs.get(current++).close();
      }
      return null;
    }

    @Override
    public void close() {
      inputs.forEach(Operator::close);
    }
  }
}
