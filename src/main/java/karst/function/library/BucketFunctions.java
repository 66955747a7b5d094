package karst.function.library;

import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.function.Compiled;
import karst.function.FunctionContext;
import karst.function.MultivaluePolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.function.ValueBuilder;
import karst.type.NumberSpan;
import karst.type.TimeBuckets;
import karst.type.TimeSpan;
import karst.vector.DoubleVector;
import karst.vector.NullVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

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
                TimeBuckets buckets = buckets(context, arguments.get(1).textAt(0));
                if (buckets == null) {
                  return new NullVector(rows);
                }
                Vector times = arguments.get(0);
                double[] starts = new double[rows];
                if (times instanceof DoubleVector all && all.validity() == null) {
                  for (int row = 0; row < rows; row++) {
                    starts[row] = buckets.floor(all.values()[row]);
                  }
                  return new DoubleVector(starts, null, rows);
                }
                long[] valid = Validity.none(rows);
                for (int row = 0; row < rows; row++) {
                  if (!times.isNull(row)) {
                    starts[row] = buckets.floor(times.numberAt(row));
                    Validity.set(valid, row);
                  }
                }
                return new DoubleVector(starts, valid, rows);
              });

  private static final Compiled<NumberSpan> NUMBERS = new Compiled<>("range", NumberSpan::parse);

  /** The start of the time bucket of a number; other values stay as they are. */
  public static final ScalarFunction BIN_TIME =
      ScalarFunction.named("bin_time", "The start of a time's bucket, counted from some time")
          .param("value", DYNAMIC)
          .param("span", STRING)
          .param("origin", NUMBER)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(
              (arguments, rows, context) -> {
                TimeBuckets buckets = buckets(context, arguments.get(1).textAt(0));
                double origin = arguments.get(2).numberAt(0);
                return buckets == null
                    ? new NullVector(rows)
                    : each(
                        arguments.get(0),
                        rows,
                        time -> {
                          double start = origin + buckets.floor(time - origin);
                          return Double.isNaN(start) ? null : start;
                        });
              });

  /** The range of a number, such as 10-20; other values stay as they are. */
  public static final ScalarFunction BIN_NUMBER =
      ScalarFunction.named("bin_number", "The range of a number")
          .param("value", DYNAMIC)
          .param("span", STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(
              (arguments, rows, context) -> {
                NumberSpan span = NUMBERS.of(context, arguments.get(1).textAt(0));
                return span == null
                    ? new NullVector(rows)
                    : each(arguments.get(0), rows, span::label);
              });

  /** A value if it is one of some others, else a substitute. */
  public static final ScalarFunction ONE_OF =
      ScalarFunction.named("one_of", "A value if it is one of some others, else a substitute")
          .param("value", STRING)
          .param("substitute", STRING)
          .rest("other", STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(
              (arguments, rows, context) -> {
                Set<String> others = new HashSet<>();
                for (int i = 2; i < arguments.size(); i++) {
                  others.add(arguments.get(i).textAt(0));
                }
                Vector values = arguments.get(0);
                String substitute = arguments.get(1).textAt(0);
                ValueBuilder out = new ValueBuilder(rows);
                for (int row = 0; row < rows; row++) {
                  if (values.isNull(row)) {
                    out.appendNull();
                  } else {
                    String text = values.textAt(row);
                    out.append(others.contains(text) ? text : substitute);
                  }
                }
                return out.build();
              });

  private BucketFunctions() {}

  private static @Nullable TimeBuckets buckets(FunctionContext context, String text) {
    TimeSpan span = SPAN.of(context, text);
    return span == null
        ? null
        : context.compiled("buckets", text, key -> new TimeBuckets(span, context.zone()));
  }

  /** Replaces the numbers that have a bucket. */
  private static Vector each(Vector values, int rows, Bucket bucket) {
    ValueBuilder out = new ValueBuilder(rows);
    for (int row = 0; row < rows; row++) {
      double number = values.isNull(row) ? Double.NaN : Row.numberOf(values, row);
      Object start = Double.isNaN(number) ? null : bucket.of(number);
      if (start instanceof Double time) {
        out.append(time);
      } else if (start instanceof String label) {
        out.append(label);
      } else {
        out.append(values, row);
      }
    }
    return out.build();
  }

  /** Finds the bucket of a number: the start of one, or the text of a range; null for none. */
  @FunctionalInterface
  private interface Bucket {
    @Nullable Object of(double number);
  }

  /** Returns all functions. */
  public static List<ScalarFunction> all() {
    return List.of(TIME, BIN_TIME, BIN_NUMBER, ONE_OF);
  }
}
