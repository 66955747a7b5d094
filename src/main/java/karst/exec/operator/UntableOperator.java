package karst.exec.operator;

import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Untable;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Makes a row of each cell that is not null, batch by batch. */
public final class UntableOperator implements Operator {
  private final Untable untable;
  private final Operator input;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator. */
  public UntableOperator(Untable untable, Operator input, Schema schema, RunContext context) {
    this.untable = untable;
    this.input = input;
    this.schema = schema;
    this.context = context;
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = input.next();
    context.checkpoint();
    return batch == null ? null : cells(batch.packed());
  }

  private Batch cells(Batch batch) {
    VectorBuilder fields = new VectorBuilder(batch.rowCount());
    VectorBuilder names = new VectorBuilder(batch.rowCount());
    VectorBuilder values = new VectorBuilder(batch.rowCount());
    for (int row = 0; row < batch.rowCount(); row++) {
      for (int column : untable.columns()) {
        Vector vector = batch.vector(column);
        if (!vector.isNull(row)) {
          fields.append(batch.vector(untable.field()), row);
          names.append(batch.schema().column(column).name());
          values.append(vector, row);
        }
      }
    }
    List<Vector> vectors = List.of(fields.build(), names.build(), values.build());
    return Batch.of(schema, vectors, vectors.get(0).size());
  }

  @Override
  public void close() {
    input.close();
  }
}
