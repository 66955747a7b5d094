package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.exec.hash.GroupTable;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Drops each row that is the same as the row before in every column. */
public final class UniqOperator implements Operator {
  private final Operator input;
  private final RunContext context;
  private @Nullable Batch lastRow;

  /** Creates an operator. */
  public UniqOperator(Operator input, RunContext context) {
    this.input = input;
    this.context = context;
  }

  @Override
  public @Nullable Batch next() {
    for (Batch batch = input.next(); batch != null; batch = input.next()) {
      context.checkpoint();
      if (batch.rowCount() > 0) {
        Batch kept = distinct(batch.packed());
        if (kept.rowCount() > 0) {
          return kept;
        }
      }
    }
    return null;
  }

  /** Rows are compared by their groups; the table is a new one each time and so stays small. */
  private Batch distinct(Batch batch) {
    int rows = batch.rowCount();
    GroupTable table = new GroupTable(Math.max(1, batch.vectors().size()));
    int[] groups = new int[rows];
    int last = -1;
    if (lastRow != null) {
      table.assign(keys(lastRow), 1, groups);
      last = groups[0];
    }
    table.assign(keys(batch), rows, groups);
    int[] kept = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] != last) {
        kept[count++] = row;
      }
      last = groups[row];
    }
    lastRow = batch.select(Selection.range(rows - 1, 1)).packed();
    return batch.select(Selection.of(kept, count));
  }

  private static List<Vector> keys(Batch batch) {
    List<Vector> keys = new ArrayList<>(batch.vectors());
    if (keys.isEmpty()) {
      keys.add(new NullVector(batch.rowCount()));
    }
    return keys;
  }

  @Override
  public void close() {
    input.close();
  }
}
