package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.Row;
import karst.plan.rel.Series;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Adds columns that are made of the rows before. */
public final class SeriesOperator extends BlockingOperator {
  private final Series series;
  private final Schema schema;

  /** Creates an operator. */
  public SeriesOperator(
      Series series, Operator input, Schema inputSchema, Schema schema, RunContext context) {
    super("the series", input, inputSchema, context);
    this.series = series;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    List<Vector> vectors = new ArrayList<>(all.vectors());
    for (Series.Formula formula : series.formulas()) {
      vectors.add(made(formula, all.vector(formula.column())));
    }
    return Batch.of(schema, vectors, all.rowCount());
  }

  private static Vector made(Series.Formula formula, Vector values) {
    return switch (formula.kind()) {
      case RUNNING_SUM -> runningSum(values);
      case DIFFERENCE -> difference(values, formula.rows());
      case EARLIER -> earlier(values, formula.rows());
      case SIMPLE_AVERAGE -> windowed(values, formula.rows(), false);
      case WEIGHTED_AVERAGE -> windowed(values, formula.rows(), true);
      case EXPONENTIAL_AVERAGE -> exponential(values, formula.rows());
    };
  }

  /** Returns a row's number, NaN for anything else. */
  static double number(Vector values, int row) {
    Kind kind = values.kindAt(row);
    return kind == Kind.NUMBER || kind == Kind.TEXT ? Row.numberOf(values, row) : Double.NaN;
  }

  private static void append(double number, VectorBuilder out) {
    if (Double.isNaN(number)) {
      out.appendNull();
    } else {
      out.append(number);
    }
  }

  private static Vector runningSum(Vector values) {
    VectorBuilder out = new VectorBuilder(values.size());
    double sum = 0;
    for (int row = 0; row < values.size(); row++) {
      double number = number(values, row);
      sum += Double.isNaN(number) ? 0 : number;
      append(Double.isNaN(number) ? Double.NaN : sum, out);
    }
    return out.build();
  }

  private static Vector difference(Vector values, int rows) {
    VectorBuilder out = new VectorBuilder(values.size());
    for (int row = 0; row < values.size(); row++) {
      double before = row < rows ? Double.NaN : number(values, row - rows);
      append(number(values, row) - before, out);
    }
    return out.build();
  }

  private static Vector earlier(Vector values, int rows) {
    VectorBuilder out = new VectorBuilder(values.size());
    for (int row = 0; row < values.size(); row++) {
      if (row < rows) {
        out.appendNull();
      } else {
        out.append(values, row - rows);
      }
    }
    return out.build();
  }

  private static Vector windowed(Vector values, int size, boolean weighted) {
    VectorBuilder out = new VectorBuilder(values.size());
    double[] window = new double[size];
    long seen = 0;
    for (int row = 0; row < values.size(); row++) {
      double number = number(values, row);
      if (!Double.isNaN(number)) {
        window[(int) (seen++ % size)] = number;
      }
      boolean known = !Double.isNaN(number) && seen >= size;
      append(known ? average(window, seen, weighted) : Double.NaN, out);
    }
    return out.build();
  }

  private static double average(double[] window, long seen, boolean weighted) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < window.length; i++) {
      double weight = weighted ? i + 1 : 1;
      sum += weight * window[(int) ((seen + i) % window.length)];
      weights += weight;
    }
    return sum / weights;
  }

  private static Vector exponential(Vector values, int size) {
    VectorBuilder out = new VectorBuilder(values.size());
    double factor = 2.0 / (size + 1);
    double average = Double.NaN;
    long seen = 0;
    for (int row = 0; row < values.size(); row++) {
      double number = number(values, row);
      if (!Double.isNaN(number)) {
        average = seen++ == 0 ? number : factor * number + (1 - factor) * average;
      }
      append(Double.isNaN(number) || seen < size ? Double.NaN : average, out);
    }
    return out.build();
  }
}
