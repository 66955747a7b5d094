package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;
import static karst.type.SplType.TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.function.Volatility;
import karst.type.TimeFormat;
import karst.type.TimeModifier;
import org.jspecify.annotations.Nullable;

/** Functions on dates and times, which are seconds since the epoch (spl-semantics §3.8). */
final class TimeFunctions {
  private static final Compiled<TimeFormat> FORMAT =
      new Compiled<>("time format", TimeFormat::compile);
  private static final Compiled<TimeModifier> MODIFIER =
      new Compiled<>("time modifier", TimeModifier::parse);

  /** The first second of the year 10000: beyond it, and as far before the epoch, is no date. */
  private static final double FAR = 253402300800.0;

  static final List<ScalarFunction> ALL =
      List.of(
          named("now", "Time at which the search started")
              .returns(TIME)
              .volatility(Volatility.RUN)
              .example("if(now() > 0, \"yes\", \"no\")", "yes")
              .kernel(Kernels.number(row -> row.context().now())),
          named("relative_time", "Time moved by a modifier such as -1d@d")
              .param("time", NUMBER)
              .param("modifier", STRING)
              .checked(TimeModifier::parse)
              .returns(TIME)
              .example("relative_time(1700000000, \"-1h\")", "1699996400")
              .kernel(Kernels.number(TimeFunctions::moved)),
          named("strftime", "Time written by a format")
              .param("time", NUMBER)
              .param("format", STRING)
              .returns(STRING)
              .example("strftime(0, \"%Y\")", "1970")
              .kernel(Kernels.text(TimeFunctions::format)),
          // The answer is text: SPL shows six decimals, and they survive only there.
          named("strptime", "Time that a text means by a format")
              .param("text", STRING)
              .param("format", STRING)
              .returns(STRING)
              .example("strptime(\"2018-08-13 +0000\", \"%Y-%m-%d %z\")", "1534118400.000000")
              .kernel(Kernels.text(TimeFunctions::parse)),
          named("time", "Time of the machine's clock, to the microsecond")
              .returns(TIME)
              .volatility(Volatility.ROW)
              .example("if(time() > 0, \"yes\", \"no\")", "yes")
              .kernel(Kernels.number(TimeFunctions::clock)));

  private TimeFunctions() {}

  /** Returns a time as SPL writes one that was computed from a text: with six decimals. */
  static String withMicroseconds(double time) {
    return String.format(Locale.ROOT, "%.6f", time);
  }

  private static double moved(Row row) {
    TimeModifier modifier = MODIFIER.of(row, 1);
    double time = row.number(0);
    if (modifier == null || !isDate(time)) {
      return Double.NaN;
    }
    try {
      return modifier.apply(time, row.context().zone());
    } catch (DateTimeException | ArithmeticException e) {
      // Moved out of the calendar.
      return Double.NaN;
    }
  }

  private static @Nullable String format(Row row) {
    TimeFormat format = FORMAT.of(row, 1);
    double time = row.number(0);
    return format == null || !isDate(time) ? null : format.format(time, row.context().zone());
  }

  private static @Nullable String parse(Row row) {
    TimeFormat format = FORMAT.of(row, 1);
    if (format == null) {
      return null;
    }
    double time = format.parse(row.text(0), row.context().now(), row.context().zone());
    return Double.isNaN(time) ? null : withMicroseconds(time);
  }

  private static double clock(Row row) {
    Instant now = row.context().clock().instant();
    return now.getEpochSecond() + now.getNano() / 1000 / 1e6;
  }

  private static boolean isDate(double time) {
    return Math.abs(time) < FAR;
  }
}
