package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.ColumnTotals;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** Passes rows on and adds a last one with the sums of columns. */
public final class ColumnTotalsOperator implements Operator {
  private final ColumnTotals totals;
  private final Operator input;
  private final Schema schema;
  private final RunContext context;
  private final double[] sums;
  private final boolean[] any;
  private boolean ended;

  /** Creates an operator. */
  public ColumnTotalsOperator(
      ColumnTotals totals, Operator input, Schema schema, RunContext context) {
    this.totals = totals;
    this.input = input;
    this.schema = schema;
    this.context = context;
    this.sums = new double[schema.size()];
    this.any = new boolean[schema.size()];
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = ended ? null : input.next();
    context.checkpoint();
    if (batch != null) {
      Batch packed = batch.packed();
      for (int column : totals.columns()) {
        add(column, packed.vector(column));
      }
      return Batch.of(schema, packed.vectors(), packed.rowCount());
    }
    if (ended) {
      return null;
    }
    ended = true;
    return last();
  }

  private void add(int column, Vector values) {
    for (int row = 0; row < values.size(); row++) {
      double number = SeriesOperator.number(values, row);
      if (!Double.isNaN(number)) {
        sums[column] += number;
        any[column] = true;
      }
    }
  }

  private Batch last() {
    List<Vector> vectors = new ArrayList<>();
    for (int column = 0; column < schema.size(); column++) {
      VectorBuilder value = new VectorBuilder(1);
      if (column == totals.labelColumn()) {
        value.append(totals.label());
      } else if (any[column] && !Double.isNaN(sums[column])) {
        value.append(sums[column]);
      } else {
        value.appendNull();
      }
      vectors.add(value.build());
    }
    return Batch.of(schema, vectors, 1);
  }

  @Override
  public void close() {
    input.close();
  }
}
