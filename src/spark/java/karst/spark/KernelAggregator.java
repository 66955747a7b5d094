package karst.spark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import karst.export.SqlShape;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.type.SplType;
import karst.vector.DoubleVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation of Karst's library as one of Spark, for those to which the order of rows is all
 * one. Its state is how often there is which value; what comes of that is the accumulator's
 * concern.
 *
 * @param <T> the class of the values: texts, or numbers
 * @param <R> the class of the result, likewise
 */
final class KernelAggregator<T extends Comparable<T>, R>
    extends Aggregator<T, HashMap<T, Long>, R> {
  private static final long serialVersionUID = 1;
  private static final int ROWS = 4096;

  private final String function;
  private final double parameter;
  private final boolean allNumbers;
  private final boolean numbers;
  private final SqlShape result;

  /**
   * Creates an aggregation.
   *
   * @param numbers whether the values are numbers, else texts
   * @param result the shape of the result: a number or a text
   */
  KernelAggregator(
      AggregateFunction function,
      double parameter,
      boolean allNumbers,
      boolean numbers,
      SqlShape result) {
    this.function = function.name();
    this.parameter = parameter;
    this.allNumbers = allNumbers;
    this.numbers = numbers;
    this.result = result;
  }

  @Override
  public HashMap<T, Long> zero() {
    return new HashMap<>();
  }

  @Override
  public HashMap<T, Long> reduce(HashMap<T, Long> counts, @Nullable T value) {
    if (value != null) {
      counts.merge(value, 1L, Long::sum);
    }
    return counts;
  }

  @Override
  public HashMap<T, Long> merge(HashMap<T, Long> counts, HashMap<T, Long> others) {
    others.forEach((value, count) -> counts.merge(value, count, Long::sum));
    return counts;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"})
  public R finish(HashMap<T, Long> counts) {
    SplType type = numbers ? SplType.NUMBER : SplType.STRING;
    AggregateContext context = new AggregateContext(type, parameter, allNumbers);
    Accumulator state = Library.aggregate(function).accumulator(context);
    int[] groups = new int[ROWS];
    for (Map.Entry<T, Long> entry : new TreeMap<>(counts).entrySet()) {
      for (long left = entry.getValue(); left > 0; left -= ROWS) {
        int rows = (int) Math.min(left, ROWS);
        state.add(groups, 1, column(entry.getKey(), rows), null, rows);
      }
    }
    return (R) SparkValues.value(state.result(1), result);
  }

  private static Vector column(Object value, int rows) {
    if (value instanceof Double number) {
      double[] values = new double[rows];
      Arrays.fill(values, number);
      return new DoubleVector(values, null, rows);
    }
    String[] texts = new String[rows];
    Arrays.fill(texts, (String) value);
    return StringVector.of(texts);
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Encoder<HashMap<T, Long>> bufferEncoder() {
    return (Encoder) Encoders.kryo(HashMap.class);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Encoder<R> outputEncoder() {
    return (Encoder<R>) (result == SqlShape.NUMBER ? Encoders.DOUBLE() : Encoders.STRING());
  }

  /** Returns the encoder of the values. */
  @SuppressWarnings("unchecked")
  Encoder<T> inputEncoder() {
    return (Encoder<T>) (numbers ? Encoders.DOUBLE() : Encoders.STRING());
  }
}
