package karst.exec.operator;

import java.util.ArrayList;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.function.Row;
import karst.plan.rel.AutoBin;
import karst.type.NumberSpan;
import karst.type.Numbers;
import karst.type.SpanChoice;
import karst.type.TimeSpan;
import karst.vector.Batch;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Puts the numbers of a column into bins of a width that its range decides. */
public final class AutoBinOperator extends BlockingOperator {
  private final AutoBin bin;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator. */
  public AutoBinOperator(
      AutoBin bin, Operator input, Schema inputSchema, Schema schema, RunContext context) {
    super("bin", input, inputSchema, context);
    this.bin = bin;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    Vector values = all.vector(bin.column());
    double low = bin.start();
    double high = bin.end();
    boolean any = false;
    for (int row = 0; row < values.size(); row++) {
      double number = number(values, row);
      if (!Double.isNaN(number)) {
        any = true;
        low = Math.min(low, number);
        high = Math.max(high, number);
      }
    }
    List<Vector> vectors = new ArrayList<>(all.vectors());
    if (any) {
      vectors.set(bin.column(), bin.times() ? times(values, low, high) : ranges(values, low, high));
    }
    return Batch.of(schema, vectors, all.rowCount());
  }

  private static double number(Vector values, int row) {
    return switch (values.kindAt(row)) {
      case NUMBER, TEXT -> {
        double number = Row.numberOf(values, row);
        yield Double.isInfinite(number) ? Double.NaN : number;
      }
      case NULL, BOOLEAN, LIST -> Double.NaN;
    };
  }

  private Vector times(Vector values, double low, double high) {
    TimeSpan least = bin.least() == null ? null : TimeSpan.parse(bin.least());
    TimeSpan span = SpanChoice.ofTimes(low, high, bin.bins(), least, context.zone());
    VectorBuilder out = new VectorBuilder(values.size());
    for (int row = 0; row < values.size(); row++) {
      double time = number(values, row);
      double start = span.floor(time, context.zone());
      if (Double.isNaN(start)) {
        out.append(values, row);
      } else {
        out.append(start);
      }
    }
    return out.build();
  }

  private Vector ranges(Vector values, double low, double high) {
    double least = bin.least() == null ? 0 : Numbers.parse(bin.least());
    NumberSpan span = SpanChoice.ofNumbers(low, high, bin.bins(), least);
    VectorBuilder out = new VectorBuilder(values.size());
    for (int row = 0; row < values.size(); row++) {
      double number = number(values, row);
      String label = span.label(number);
      if (values.kindAt(row) == Kind.NULL || label == null) {
        out.append(values, row);
      } else {
        out.append(label);
      }
    }
    return out.build();
  }
}
