package karst.function.library;

import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.STRING;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.function.Compiled;
import karst.function.FunctionContext;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import karst.type.Numbers;
import karst.type.TimeFormat;
import karst.vector.Kind;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * The functions of the convert command (spl-semantics §6.1 convert). A value that does not convert
 * stays as it is, except under {@code num}; null stays null, lists are converted value by value.
 */
public final class ConvertFunctions {
  private static final Compiled<TimeFormat> FORMAT =
      new Compiled<>("timeformat", TimeFormat::compile);
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d+)\\+)?(\\d+):(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)");
  private static final Pattern MINUTES = Pattern.compile("(?:(-?\\d+):)?(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern MEMORY = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*([kKmMgG]?)");
  private static final Pattern UNIT = Pattern.compile("(-?\\d+(?:\\.\\d+)?).*", Pattern.DOTALL);

  /** Epoch seconds to text. */
  public static final ScalarFunction CTIME =
      withFormat(
          "ctime",
          "Epoch seconds as text",
          (value, format, context, out) -> {
            if (Numbers.isNumber(value)) {
              out.append(format.format(Numbers.parse(value), context.zone()));
            } else {
              out.append(value);
            }
          });

  /** Text to epoch seconds. */
  public static final ScalarFunction MKTIME =
      withFormat(
          "mktime",
          "Text as epoch seconds",
          (value, format, context, out) -> {
            double time = format.parse(value, context.now(), context.zone());
            if (Double.isNaN(time)) {
              out.append(value);
            } else {
              out.append(time);
            }
          });

  /** {@code [D+]HH:MM:SS} to seconds. */
  public static final ScalarFunction DUR2SEC =
      plain(
          "dur2sec",
          "A duration in days, hours, minutes and seconds as seconds",
          (value, out) -> {
            Matcher matcher = DURATION.matcher(value);
            if (matcher.matches()) {
              double days = matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1));
              double hours = Double.parseDouble(matcher.group(2)) + 24 * days;
              double minutes = Double.parseDouble(matcher.group(3)) + 60 * hours;
              out.append(Double.parseDouble(matcher.group(4)) + 60 * minutes);
            } else {
              out.append(value);
            }
          });

  /** {@code [MM:]SS.SSS} to seconds. */
  public static final ScalarFunction MSTIME =
      plain(
          "mstime",
          "A time in minutes and seconds as seconds",
          (value, out) -> {
            Matcher matcher = MINUTES.matcher(value);
            if (matcher.matches()) {
              double minutes = matcher.group(1) == null ? 0 : Double.parseDouble(matcher.group(1));
              out.append(Double.parseDouble(matcher.group(2)) + 60 * minutes);
            } else {
              out.append(value);
            }
          });

  /** A size in kilobytes, megabytes or gigabytes to kilobytes; kilobytes where no unit stands. */
  public static final ScalarFunction MEMK =
      plain(
          "memk",
          "A size with a unit as kilobytes",
          (value, out) -> {
            Matcher matcher = MEMORY.matcher(value);
            if (matcher.matches()) {
              double factor =
                  switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                    case "m" -> 1024;
                    case "g" -> 1024 * 1024;
                    default -> 1;
                  };
              out.append(Double.parseDouble(matcher.group(1)) * factor);
            } else {
              out.append(value);
            }
          });

  /** Numbers; what is none becomes null. */
  public static final ScalarFunction NUM =
      plain(
          "num",
          "The number that a text is, else null",
          (value, out) -> {
            if (Numbers.isNumber(value)) {
              out.append(Numbers.parse(value));
            } else {
              out.appendNull();
            }
          });

  /** Numbers without their commas. */
  public static final ScalarFunction RMCOMMA =
      plain(
          "rmcomma", "The text without commas", (value, out) -> out.append(value.replace(",", "")));

  /** The number at the start of a text. */
  public static final ScalarFunction RMUNIT =
      plain(
          "rmunit",
          "The number at the start of a text",
          (value, out) -> {
            Matcher matcher = UNIT.matcher(value);
            if (matcher.matches()) {
              out.append(Double.parseDouble(matcher.group(1)));
            } else {
              out.append(value);
            }
          });

  private ConvertFunctions() {}

  private interface Conversion {
    void convert(String value, VectorBuilder out);
  }

  private interface TimeConversion {
    void convert(String value, TimeFormat format, FunctionContext context, VectorBuilder out);
  }

  private static ScalarFunction plain(String name, String summary, Conversion conversion) {
    return ScalarFunction.named("convert_" + name, summary)
        .param("value", DYNAMIC)
        .returns(DYNAMIC)
        .multivalue(MultivaluePolicy.EACH)
        .kernel((arguments, rows, context) -> each(arguments.get(0), rows, conversion));
  }

  private static ScalarFunction withFormat(String name, String summary, TimeConversion conversion) {
    return ScalarFunction.named("convert_" + name, summary)
        .param("value", DYNAMIC)
        .param("format", STRING)
        .returns(DYNAMIC)
        .multivalue(MultivaluePolicy.EACH)
        .kernel(
            (arguments, rows, context) -> {
              TimeFormat format = FORMAT.of(context, arguments.get(1).textAt(0));
              if (format == null) {
                return arguments.get(0);
              }
              return each(
                  arguments.get(0),
                  rows,
                  (value, out) -> conversion.convert(value, format, context, out));
            });
  }

  private static Vector each(Vector values, int rows, Conversion conversion) {
    VectorBuilder out = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      if (values.kindAt(row) == Kind.NULL) {
        out.appendNull();
      } else {
        conversion.convert(String.valueOf(TextOf.row(values, row)), out);
      }
    }
    return out.build();
  }

  /** Returns all functions. */
  public static List<ScalarFunction> all() {
    return List.of(CTIME, MKTIME, DUR2SEC, MSTIME, MEMK, NUM, RMCOMMA, RMUNIT);
  }
}
