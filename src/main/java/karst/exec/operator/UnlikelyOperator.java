package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.library.Percentile;
import karst.plan.rel.Unlikely;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Finds unlikely rows: the likelihood of a row is the product of those of its values, as if they
 * had nothing to do with each other; that of a value is how often it, or a number near it, occurs.
 */
public final class UnlikelyOperator extends BlockingOperator {
  /** How many interquartile ranges below the first quartile the bounds are. */
  private static final double FACTOR = 1.5;

  private static final double STRICT_FACTOR = 3;

  private final Unlikely unlikely;
  private final Schema schema;

  /** Creates an operator. */
  public UnlikelyOperator(
      Unlikely unlikely,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("anomalydetection", inputs.get(0), schemas.get(0), context);
    this.unlikely = unlikely;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    int rows = all.rowCount();
    double[][] parts = new double[unlikely.columns().size()][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = parts(all.vector(unlikely.columns().get(i)));
    }
    double[] logarithms = new double[rows];
    for (double[] part : parts) {
      for (int row = 0; row < rows; row++) {
        logarithms[row] += Math.log(part[row]);
      }
    }
    double[] sorted = logarithms.clone();
    Arrays.sort(sorted);
    double bound = rows == 0 ? 0 : bound(sorted);
    if (unlikely.result() == Unlikely.Result.SUMMARY) {
      return summary(sorted, bound);
    }
    int[] found = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (unlikely.result() == Unlikely.Result.ALL || logarithms[row] < bound) {
        found[count++] = row;
      }
    }
    return annotated(all, parts, logarithms).select(Selection.of(found, count)).packed();
  }

  /** How often each row's value occurs, as a part of the rows; none is a value, too. */
  private static double[] parts(Vector values) {
    int rows = values.size();
    Object[] keys = new Object[rows];
    boolean numeric = true;
    for (int row = 0; row < rows; row++) {
      keys[row] = String.valueOf(TextOf.row(values, row));
      numeric &= values.isNull(row) || !Double.isNaN(FiniteNumbers.at(values, row));
    }
    double[] sorted = numeric ? FiniteNumbers.sorted(values) : new double[0];
    if (sorted.length > 0) {
      // As many bins as the root of the count of numbers says, all of one width.
      long bins = Math.max(1, Math.round(Math.sqrt(sorted.length)));
      double low = sorted[0];
      double width = (sorted[sorted.length - 1] - low) / bins;
      for (int row = 0; row < rows; row++) {
        if (!values.isNull(row)) {
          double place = width == 0 ? 0 : (FiniteNumbers.at(values, row) - low) / width;
          keys[row] = Math.min((long) place, bins - 1);
        }
      }
    }
    Map<Object, Integer> counts = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      // Told apart from the text that null would be.
      keys[row] = values.isNull(row) ? "\0" : keys[row];
      counts.merge(keys[row], 1, Integer::sum);
    }
    double[] parts = new double[rows];
    for (int row = 0; row < rows; row++) {
      parts[row] = (double) counts.getOrDefault(keys[row], 0) / rows;
    }
    return parts;
  }

  private double bound(double[] sorted) {
    if (!Double.isNaN(unlikely.threshold())) {
      return Math.log(unlikely.threshold());
    }
    double first = Percentile.of(sorted, 25);
    double third = Percentile.of(sorted, 75);
    return first - (unlikely.cutoff() ? STRICT_FACTOR : FACTOR) * (third - first);
  }

  private Batch summary(double[] sorted, double bound) {
    RowWriter writer = new RowWriter(schema);
    if (sorted.length > 0) {
      writer.append(
          Arrays.stream(sorted).filter(number -> number < bound).count(),
          bound,
          sorted[sorted.length - 1],
          sorted[0],
          Percentile.of(sorted, 25),
          Percentile.of(sorted, 75));
    }
    return writer.build();
  }

  private Batch annotated(Batch all, double[][] parts, double[] logarithms) {
    int rows = all.rowCount();
    List<VectorBuilder> made = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      made.add(new VectorBuilder(rows));
    }
    for (int row = 0; row < rows; row++) {
      int least = 0;
      double most = 0;
      for (int i = 0; i < parts.length; i++) {
        least = parts[i][row] < parts[least][row] ? i : least;
        most = Math.max(most, parts[i][row]);
      }
      made.get(0).append(logarithms[row]);
      if (parts.length == 0) {
        made.subList(1, 4).forEach(VectorBuilder::appendNull);
      } else {
        made.get(1).append(most);
        made.get(2).append(all.schema().column(unlikely.columns().get(least)).name());
        made.get(3).append(parts[least][row]);
      }
    }
    List<Vector> vectors = new ArrayList<>(all.vectors());
    made.forEach(builder -> vectors.add(builder.build()));
    return Batch.of(schema, vectors, rows);
  }
}
