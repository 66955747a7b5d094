package karst.function.library;

import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.List;
import karst.function.Compiled;
import karst.function.ScalarFunction;
import karst.type.TimeSpan;
import karst.vector.DoubleVector;
import karst.vector.NullVector;
import karst.vector.Validity;
import karst.vector.Vector;

/** What {@code span=} does to a column. */
public final class BucketFunctions {
  private static final Compiled<TimeSpan> SPAN = new Compiled<>("span", TimeSpan::parse);

  /** The start of the time bucket that a time falls into. */
  public static final ScalarFunction TIME =
      ScalarFunction.named("bucket", "The start of the time bucket that a time falls into")
          .param("time", NUMBER)
          .param("span", STRING)
          .returns(NUMBER)
          .kernel(
              (arguments, rows, context) -> {
                TimeSpan span = SPAN.of(context, arguments.get(1).textAt(0));
                if (span == null) {
                  return new NullVector(rows);
                }
                Vector times = arguments.get(0);
                double[] starts = new double[rows];
                long[] valid = Validity.none(rows);
                for (int row = 0; row < rows; row++) {
                  if (!times.isNull(row)) {
                    starts[row] = span.floor(times.numberAt(row), context.zone());
                    Validity.set(valid, row);
                  }
                }
                return new DoubleVector(starts, valid, rows);
              });

  private BucketFunctions() {}

  /** Returns all functions. */
  public static List<ScalarFunction> all() {
    return List.of(TIME);
  }
}
