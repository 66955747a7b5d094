package karst.exec.operator;

import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/** An operator that needs all rows before it can give the first. */
abstract class BlockingOperator implements Operator {
  private final Operator input;
  private final Schema inputSchema;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private @Nullable Slices result;

  /**
   * Creates an operator.
   *
   * @param name what the memory limit's message calls it, such as "the sort"
   */
  BlockingOperator(String name, Operator input, Schema inputSchema, RunContext context) {
    this.input = input;
    this.inputSchema = inputSchema;
    this.context = context;
    this.memory = context.memory().open(name);
  }

  /** Returns what becomes of all rows. */
  abstract Batch transform(Batch all);

  @Override
  public @Nullable Batch next() {
    if (result == null) {
      Batch all = Materialized.read(input, inputSchema, context, memory);
      result = new Slices(transform(all), context.batchSize());
    }
    return result.next();
  }

  @Override
  public void close() {
    memory.close();
    input.close();
  }
}
