package karst.exec.operator;

import java.util.function.UnaryOperator;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** Passes on what a function makes of each batch. */
public final class MapBatchesOperator implements Operator {
  private final Operator input;
  private final Schema inputSchema;
  private final UnaryOperator<Batch> function;
  private final RunContext context;

  /** Opens a function over the rows of an input. */
  public MapBatchesOperator(
      Operator input, Schema inputSchema, UnaryOperator<Batch> function, RunContext context) {
    this.input = input;
    this.inputSchema = inputSchema;
    this.function = function;
    this.context = context;
  }

  @Override
  public @Nullable Batch next() {
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      context.checkpoint();
      // Operators that pass batches on do not mind what the columns are called.
      Batch packed = batch.packed();
      Batch mapped = function.apply(Batch.of(inputSchema, packed.vectors(), packed.rowCount()));
      if (mapped.rowCount() > 0) {
        return mapped;
      }
    }
    return null;
  }

  @Override
  public void close() {
    input.close();
  }
}
