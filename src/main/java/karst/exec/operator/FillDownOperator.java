package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.vector.Batch;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Puts the last value above in place of null. */
public final class FillDownOperator implements Operator {
  private final Operator input;
  private final List<Integer> columns;
  private final RunContext context;

  /** For each column that is filled its last value, as a vector of one row. */
  private final List<Vector> last = new ArrayList<>();

  /** Creates an operator that fills some columns. */
  public FillDownOperator(Operator input, List<Integer> columns, RunContext context) {
    this.input = input;
    this.columns = columns;
    this.context = context;
    columns.forEach(column -> last.add(new NullVector(1)));
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = input.next();
    if (batch == null) {
      return null;
    }
    context.checkpoint();
    Batch packed = batch.packed();
    List<Vector> vectors = new ArrayList<>(packed.vectors());
    for (int i = 0; i < columns.size(); i++) {
      vectors.set(columns.get(i), filled(packed.vector(columns.get(i)), i));
    }
    return Batch.of(batch.schema(), vectors, packed.rowCount());
  }

  private Vector filled(Vector vector, int position) {
    VectorBuilder builder = new VectorBuilder(vector.size());
    Vector source = last.get(position);
    int at = 0;
    boolean filled = false;
    for (int row = 0; row < vector.size(); row++) {
      if (!vector.isNull(row)) {
        source = vector;
        at = row;
      } else {
        filled = true;
      }
      builder.append(source, at);
    }
    last.set(position, source.gather(Selection.range(at, 1)));
    return filled ? builder.build() : vector;
  }

  @Override
  public void close() {
    input.close();
  }
}
