package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.MemoryBudget;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.SideBySide;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Puts the rows of two inputs side by side; the second is held in memory. */
public final class SideBySideOperator implements Operator {
  private final Operator left;
  private final Operator right;
  private final List<Schema> schemas;
  private final Schema schema;
  private final RunContext context;
  private final MemoryBudget.Account memory;
  private @Nullable Batch rows;
  private int next;

  /** Opens the two inputs. */
  public SideBySideOperator(
      SideBySide transformation,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    this.left = inputs.get(0);
    this.right = inputs.get(1);
    this.schemas = schemas;
    this.schema = schema;
    this.context = context;
    this.memory = context.memory().open("appendcols");
  }

  @Override
  public @Nullable Batch next() {
    Batch beside = rows;
    if (beside == null) {
      beside = Materialized.read(right, schemas.get(1), context, memory);
      rows = beside;
    }
    Batch batch = left.next();
    List<Vector> vectors = new ArrayList<>();
    int count;
    if (batch != null) {
      count = batch.rowCount();
      vectors.addAll(batch.packed().vectors());
    } else {
      count = Math.min(context.batchSize(), beside.rowCount() - next);
      for (int i = 0; i < schemas.get(0).size(); i++) {
        vectors.add(new NullVector(Math.max(0, count)));
      }
    }
    if (count <= 0) {
      return null;
    }
    for (Vector vector : beside.vectors()) {
      vectors.add(part(vector, beside.rowCount(), count));
    }
    next += count;
    return Batch.of(schema, vectors, count);
  }

  private Vector part(Vector vector, int size, int count) {
    if (next + count <= size) {
      return vector.gather(Selection.range(next, count));
    }
    int[] positions = new int[count];
    Arrays.fill(positions, PositionedRows.NONE);
    for (int i = 0; next + i < size; i++) {
      positions[i] = next + i;
    }
    return PositionedRows.gather(vector, positions, count);
  }

  @Override
  public void close() {
    memory.close();
    left.close();
    right.close();
  }
}
