package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.library.Percentile;
import karst.plan.rel.Outliers;
import karst.type.Numbers;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Cuts off numbers beyond the quartiles, or drops their rows. */
public final class OutlierOperator extends BlockingOperator {
  private final Outliers outliers;
  private final Schema schema;

  /** Creates an operator. */
  public OutlierOperator(
      Outliers outliers,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("outlier", inputs.get(0), schemas.get(0), context);
    this.outliers = outliers;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    boolean[] dropped = new boolean[all.rowCount()];
    List<Vector> vectors = new ArrayList<>(all.vectors());
    for (int column : outliers.columns()) {
      Vector values = all.vector(column);
      double[] sorted = FiniteNumbers.sorted(values);
      if (sorted.length == 0) {
        continue;
      }
      double first = Percentile.of(sorted, 25);
      double third = Percentile.of(sorted, 75);
      double margin = outliers.factor() * (third - first);
      double low = outliers.lower() ? first - margin : Double.NEGATIVE_INFINITY;
      if (outliers.remove()) {
        mark(values, low, third + margin, dropped);
      } else {
        vectors.set(column, cut(values, low, third + margin));
      }
    }
    Batch changed = Batch.of(schema, vectors, all.rowCount());
    return outliers.remove() ? changed.select(kept(dropped)).packed() : changed;
  }

  private static void mark(Vector values, double low, double high, boolean[] dropped) {
    for (int row = 0; row < values.size(); row++) {
      double number = FiniteNumbers.at(values, row);
      dropped[row] |= number < low || number > high;
    }
  }

  private Vector cut(Vector values, double low, double high) {
    VectorBuilder out = new VectorBuilder(values.size());
    for (int row = 0; row < values.size(); row++) {
      double number = FiniteNumbers.at(values, row);
      if (!(number < low || number > high)) {
        out.append(values, row);
      } else if (outliers.mark()) {
        out.append("000" + Numbers.format(number < low ? low : high));
      } else {
        out.append(number < low ? low : high);
      }
    }
    return out.build();
  }

  private static Selection kept(boolean[] dropped) {
    int[] rows = new int[dropped.length];
    int count = 0;
    for (int row = 0; row < dropped.length; row++) {
      if (!dropped[row]) {
        rows[count++] = row;
      }
    }
    return Selection.of(rows, count);
  }
}
