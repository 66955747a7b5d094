package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.PhysicalNode;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A number of rows without values; a project above gives them some.
 *
 * @param schema the columns
 * @param rows the number of rows
 */
public record ValuesNode(Schema schema, int rows) implements PhysicalNode {
  @Override
  public List<PhysicalNode> inputs() {
    return List.of();
  }

  @Override
  public String describe() {
    return "Values(rows=[" + rows + "])";
  }

  @Override
  public Operator open(RunContext context) {
    return new ValuesOperator(schema, rows);
  }

  /** Hands out one batch. */
  private static final class ValuesOperator implements Operator {
    private final Schema schema;
    private int left;

    ValuesOperator(Schema schema, int rows) {
      this.schema = schema;
      this.left = rows;
    }

    @Override
    public @Nullable Batch next() {
      if (left == 0) {
        return null;
      }
      int rows = left;
      left = 0;
      List<Vector> vectors =
          schema.columns().stream().<Vector>map(column -> new NullVector(rows)).toList();
      return Batch.of(schema, vectors, rows);
    }

    @Override
    public void close() {
      left = 0;
    }
  }
}
