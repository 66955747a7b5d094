package karst.exec.operator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Hands out the last rows of its input, last row first; no more of them are held. */
public final class ReverseOperator implements Operator {
  private final Operator input;
  private final long count;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private final Deque<Batch> last = new ArrayDeque<>();
  private long held;
  private long left;
  private boolean read;

  /** Creates an operator that hands out at most a number of rows. */
  public ReverseOperator(Operator input, long count, RunContext context) {
    this.input = input;
    this.count = count;
    this.context = context;
    this.memory = context.memory().open("reversing rows");
    this.left = count;
  }

  @Override
  public @Nullable Batch next() {
    if (!read) {
      read();
    }
    Batch batch = left == 0 ? null : last.pollLast();
    if (batch == null) {
      return null;
    }
    int rows = (int) Math.min(left, batch.rowCount());
    left -= rows;
    int[] reversed = new int[rows];
    for (int i = 0; i < rows; i++) {
      reversed[i] = batch.rowCount() - 1 - i;
    }
    Selection order = Selection.of(reversed, rows);
    List<Vector> vectors = batch.vectors().stream().map(vector -> vector.gather(order)).toList();
    return Batch.of(batch.schema(), vectors, rows);
  }

  private void read() {
    read = true;
    long bytes = 0;
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      context.checkpoint();
      Batch packed = batch.packed();
      last.add(packed);
      held += packed.rowCount();
      bytes += packed.bytes();
      while (!last.isEmpty() && held - last.getFirst().rowCount() >= count) {
        Batch dropped = last.removeFirst();
        held -= dropped.rowCount();
        bytes -= dropped.bytes();
      }
      memory.set(bytes);
    }
    input.close();
  }

  @Override
  public void close() {
    memory.close();
    input.close();
  }
}
