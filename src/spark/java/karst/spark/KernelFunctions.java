package karst.spark;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import karst.export.SqlShape;
import karst.function.AggregateFunction;
import karst.function.ScalarFunction;
import karst.function.Volatility;
import karst.table.TimeText;
import karst.type.Numbers;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.api.java.UDF6;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.api.java.UDF8;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The functions and aggregations of Karst's library that a session of Spark has so far. */
final class KernelFunctions {
  /** The text of a number as SPL writes it. */
  static final String TEXT_OF_NUMBER = "karst_text";

  /** The seconds since the epoch that a text means. */
  static final String TIME_OF_TEXT = "karst_time";

  private final SparkSession session;
  private final Set<String> registered = new HashSet<>();

  KernelFunctions(SparkSession session) {
    this.session = session;
    UDF1<Number, String> text = number -> number == null ? null : format(number);
    UDF1<String, Double> time = KernelFunctions::time;
    session.udf().register(TEXT_OF_NUMBER, text, DataTypes.StringType);
    session.udf().register(TIME_OF_TEXT, time, DataTypes.DoubleType);
  }

  private static String format(Number number) {
    return Numbers.format(number.doubleValue());
  }

  @SuppressWarnings("NullAway")
  private static Double time(String text) {
    double seconds = text == null || text.isEmpty() ? TimeText.NONE : TimeText.parse(text);
    return Double.isNaN(seconds) ? null : seconds;
  }

  /**
   * Returns the name that the session knows a function by.
   *
   * @param arguments how many there are in the call
   * @param shape of the answers
   */
  synchronized String scalar(
      ScalarFunction function, int arguments, SqlShape shape, double now, ZoneId zone) {
    String name =
        "karst_" + word(function.name()) + "_" + arguments + shape.name().toLowerCase(Locale.ROOT);
    if (function.volatility() != Volatility.PURE) {
      name += "_" + word(Numbers.format(now));
    }
    if (!zone.equals(ZoneOffset.UTC)) {
      name += "_" + word(zone.getId());
    }
    if (registered.add(name)) {
      UserDefinedFunction call =
          udf(new KernelCall(function, shape, now, zone), arguments, SparkValues.type(shape));
      boolean fresh = function.volatility() == Volatility.ROW;
      session.udf().register(name, fresh ? call.asNondeterministic() : call);
    }
    return name;
  }

  private static UserDefinedFunction udf(KernelCall call, int arguments, DataType type) {
    return switch (arguments) {
      case 0 -> functions.udf((UDF0<?>) call, type);
      case 1 -> functions.udf((UDF1<?, ?>) call, type);
      case 2 -> functions.udf((UDF2<?, ?, ?>) call, type);
      case 3 -> functions.udf((UDF3<?, ?, ?, ?>) call, type);
      case 4 -> functions.udf((UDF4<?, ?, ?, ?, ?>) call, type);
      case 5 -> functions.udf((UDF5<?, ?, ?, ?, ?, ?>) call, type);
      case 6 -> functions.udf((UDF6<?, ?, ?, ?, ?, ?, ?>) call, type);
      case 7 -> functions.udf((UDF7<?, ?, ?, ?, ?, ?, ?, ?>) call, type);
      case 8 -> functions.udf((UDF8<?, ?, ?, ?, ?, ?, ?, ?, ?>) call, type);
      default -> throw new IllegalArgumentException(arguments + " arguments");
    };
  }

  /**
   * Returns the name that the session knows an aggregation by.
   *
   * @param values the shape of the values: numbers or texts
   * @param result the shape of the result: a number or a text
   */
  synchronized String aggregate(
      AggregateFunction function,
      double parameter,
      boolean allNumbers,
      SqlShape values,
      SqlShape result) {
    boolean numbers = values.isNumeric();
    String name =
        "karst_"
            + word(function.name())
            + (Double.isNaN(parameter) ? "" : "_" + word(Numbers.format(parameter)))
            + (allNumbers ? "_allnum" : "")
            + (numbers ? "_numbers" : "_texts");
    if (registered.add(name)) {
      if (numbers) {
        register(
            name,
            new KernelAggregator<Double, Object>(function, parameter, allNumbers, true, result));
      } else {
        register(
            name,
            new KernelAggregator<String, Object>(function, parameter, allNumbers, false, result));
      }
    }
    return name;
  }

  private <T extends Comparable<T>, R> void register(String name, KernelAggregator<T, R> states) {
    session.udf().register(name, functions.udaf(states, states.inputEncoder()));
  }

  /** Returns a name as letters, digits and underscores. */
  private static String word(String name) {
    StringBuilder out = new StringBuilder();
    for (char c : name.toCharArray()) {
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      out.append(plain || c == '_' ? String.valueOf(c) : "x" + Integer.toHexString(c));
    }
    return out.toString();
  }
}
