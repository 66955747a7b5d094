package karst.exec.operator;

import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.Row;
import karst.plan.rel.TimeRegions;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Makes a row of each range of time in which rows follow one another. */
public final class TimeRegionsOperator extends BlockingOperator {
  private final TimeRegions regions;
  private final Schema schema;

  /** Opens the only input's rows. */
  public TimeRegionsOperator(
      TimeRegions regions,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("localize", inputs.get(0), schemas.get(0), context);
    this.regions = regions;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    double[] times = times(all.vector(regions.time()));
    VectorBuilder starts = new VectorBuilder(8);
    VectorBuilder ends = new VectorBuilder(8);
    int last = times.length - 1;
    for (int i = last; i >= 0; i--) {
      if (i == 0 || times[i] - times[i - 1] > regions.maxPause()) {
        starts.append(times[i] - regions.before());
        ends.append(times[last] + regions.after());
        last = i - 1;
      }
    }
    int rows = starts.size();
    return Batch.of(schema, List.of(starts.build(), ends.build()), rows);
  }

  /** Returns the times in ascending order. */
  private static double[] times(Vector column) {
    double[] times = new double[column.size()];
    int count = 0;
    for (int row = 0; row < column.size(); row++) {
      boolean single = column.kindAt(row) == Kind.NUMBER || column.kindAt(row) == Kind.TEXT;
      double time = single ? Row.numberOf(column, row) : Double.NaN;
      if (Double.isFinite(time)) {
        times[count++] = time;
      }
    }
    double[] found = Arrays.copyOf(times, count);
    Arrays.sort(found);
    return found;
  }
}
