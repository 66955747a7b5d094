package karst.spark;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import karst.exec.expression.FunctionCall;
import karst.export.SqlShape;
import karst.function.FunctionContext;
import karst.function.ScalarFunction;
import karst.vector.Vector;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.api.java.UDF8;
import org.jspecify.annotations.Nullable;

/**
 * A function of Karst's library as one of Spark. Only its name travels; each worker has the kernel.
 */
final class KernelCall
    implements UDF0<@Nullable Object>,
        UDF1<Object, @Nullable Object>,
        UDF2<Object, Object, @Nullable Object>,
        UDF3<Object, Object, Object, @Nullable Object>,
        UDF4<Object, Object, Object, Object, @Nullable Object>,
        UDF5<Object, Object, Object, Object, Object, @Nullable Object>,
        UDF6<Object, Object, Object, Object, Object, Object, @Nullable Object>,
        UDF7<Object, Object, Object, Object, Object, Object, Object, @Nullable Object>,
        UDF8<Object, Object, Object, Object, Object, Object, Object, Object, @Nullable Object> {
  /** The most arguments that a call may have. */
  static final int MOST_ARGUMENTS = 8;

  private static final long serialVersionUID = 1;

  private final String function;
  private final SqlShape shape;
  private final double now;
  private final String zone;
  private transient @Nullable FunctionCall call;

  /**
   * Creates a function.
   *
   * @param shape of its answers
   * @param now what the search takes for now, in seconds since the epoch
   */
  KernelCall(ScalarFunction function, SqlShape shape, double now, ZoneId zone) {
    this.function = function.name();
    this.shape = shape;
    this.now = now;
    this.zone = zone.getId();
  }

  // Spark may call one function from several threads, and a call keeps what it has compiled.
  private synchronized @Nullable Object answer(@Nullable Object... arguments) {
    FunctionCall known = call;
    if (known == null) {
      FunctionContext context = new FunctionContext(now, ZoneId.of(zone));
      known = new FunctionCall(Library.scalar(function), context);
      call = known;
    }
    List<Vector> vectors = new ArrayList<>(arguments.length);
    for (Object argument : arguments) {
      vectors.add(SparkValues.vector(argument));
    }
    return SparkValues.value(known.apply(vectors, 1), shape);
  }

  @Override
  public @Nullable Object call() {
    return answer();
  }

  @Override
  public @Nullable Object call(Object a) {
    // An array of one argument, whatever it is.
    return answer(new Object[] {a});
  }

  @Override
  public @Nullable Object call(Object a, Object b) {
    return answer(a, b);
  }

  @Override
  public @Nullable Object call(Object a, Object b, Object c) {
    return answer(a, b, c);
  }

  @Override
  public @Nullable Object call(Object a, Object b, Object c, Object d) {
    return answer(a, b, c, d);
  }

  @Override
  public @Nullable Object call(Object a, Object b, Object c, Object d, Object e) {
    return answer(a, b, c, d, e);
  }

  @Override
  public @Nullable Object call(Object a, Object b, Object c, Object d, Object e, Object f) {
    return answer(a, b, c, d, e, f);
  }

  @Override
  public @Nullable Object call(
      Object a, Object b, Object c, Object d, Object e, Object f, Object g) {
    return answer(a, b, c, d, e, f, g);
  }

  @Override
  public @Nullable Object call(
      Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h) {
    return answer(a, b, c, d, e, f, g, h);
  }
}
