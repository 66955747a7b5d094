package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.InProgress;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Counts the rows that are in progress when a row starts: all that started by then without those
 * that ended by then. One that starts at the same time is in progress, however short it is.
 */
public final class ConcurrencyOperator extends BlockingOperator {
  private final InProgress counted;
  private final Schema schema;

  /** Creates an operator. */
  public ConcurrencyOperator(
      InProgress counted,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("concurrency", inputs.get(0), schemas.get(0), context);
    this.counted = counted;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    double[] starts = new double[rows];
    double[] ends = new double[rows];
    double[] moments = new double[rows];
    int known = 0;
    int lasting = 0;
    for (int row = 0; row < rows; row++) {
      double start = FiniteNumbers.at(all.vector(counted.start()), row);
      double end = start + FiniteNumbers.at(all.vector(counted.duration()), row);
      if (!Double.isNaN(end)) {
        starts[known] = start;
        if (end > start) {
          ends[lasting++] = end;
        } else {
          moments[known - lasting] = start;
        }
        known++;
      }
    }
    starts = sorted(starts, known);
    ends = sorted(ends, lasting);
    moments = sorted(moments, known - lasting);
    VectorBuilder counts = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      double start = FiniteNumbers.at(all.vector(counted.start()), row);
      double duration = FiniteNumbers.at(all.vector(counted.duration()), row);
      if (Double.isNaN(start + duration)) {
        counts.appendNull();
      } else {
        int ended = upTo(ends, start) + upTo(moments, Math.nextDown(start));
        counts.append(upTo(starts, start) - ended);
      }
    }
    List<Vector> vectors = new ArrayList<>(all.vectors());
    vectors.add(counts.build());
    return Batch.of(schema, vectors, rows);
  }

  private static double[] sorted(double[] numbers, int count) {
    double[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Returns how many numbers are at most a number. */
  private static int upTo(double[] sorted, double number) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
