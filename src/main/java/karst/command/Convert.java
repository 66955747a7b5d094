package karst.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Converts the values of fields between times, durations, sizes, numbers and text (spl-semantics
 * §6.1).
 *
 * @param timeFormat the format of {@code ctime} and {@code mktime}
 * @param conversions at least one, if binding found no error
 */
public record Convert(String timeFormat, List<Conversion> conversions, Span span)
    implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Convert> SYNTAX =
      CommandSyntax.named("convert", "Converts times, durations, sizes and numbers")
          .usage("convert [timeformat=<format>] <function>(<field>) [AS <name>]...")
          .option(
              "timeformat", OptionSpec.Type.TEXT, "%m/%d/%Y %H:%M:%S", "Format of ctime and mktime")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Convert::bind);

  public Convert {
    conversions = List.copyOf(conversions);
  }

  /** What is done to a value. */
  public enum Function {
    /** Whichever of the others fits all values of the field. */
    AUTO,
    /** A time to text. */
    CTIME,
    /** A duration {@code D+HH:MM:SS} to seconds. */
    DUR2SEC,
    /** A size with a unit k, m or g to kilobytes. */
    MEMK,
    /** Text to a time. */
    MKTIME,
    /** {@code MM:SS.SSS} to seconds. */
    MSTIME,
    /** Nothing: leaves fields out that a pattern beside it takes in. */
    NONE,
    /** To a number; what is none is removed. */
    NUM,
    /** Removes commas. */
    RMCOMMA,
    /** To the number that the text begins with. */
    RMUNIT;

    /** Returns the name in SPL. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A function over a field.
   *
   * @param field perhaps a pattern
   * @param name the field for the result; null when it takes the place of the value
   */
  public record Conversion(Function function, FieldName field, @Nullable FieldName name) {
    private String toSpl() {
      String call = function.spelling() + "(" + SplWriter.quoteIfNeeded(field.name()) + ")";
      return name == null ? call : call + " AS " + SplWriter.quoteIfNeeded(name.name());
    }
  }

  private static Convert bind(Arguments arguments) {
    List<Conversion> conversions = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Call call) {
        arguments.take();
        Function function = function(arguments, call);
        FieldName field = field(arguments, call);
        FieldName name = Aliases.take(arguments);
        if (function != null && field != null) {
          if (name != null) {
            Wildcards.checkSameStars(arguments, field.name(), name);
          }
          conversions.add(new Conversion(function, field, name));
        }
      } else {
        arguments.reject();
      }
    }
    if (conversions.isEmpty()) {
      arguments.missingUnlessFaulty("a conversion such as ctime(_time)");
    }
    return new Convert(arguments.options().text("timeformat"), conversions, arguments.span());
  }

  private static @Nullable Function function(Arguments arguments, Argument.Call call) {
    for (Function function : Function.values()) {
      if (function.spelling().equalsIgnoreCase(call.name())) {
        return function;
      }
    }
    List<String> names = Arrays.stream(Function.values()).map(Function::spelling).toList();
    arguments.report(
        Diagnostic.error(
                DiagnosticCode.UNKNOWN_FUNCTION, "`convert` has no function `" + call.name() + "`")
            .suggest(call.name(), names)
            .hint("its functions are " + String.join(", ", names)),
        call.nameSpan());
    return null;
  }

  private static @Nullable FieldName field(Arguments arguments, Argument.Call call) {
    if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Argument.Word word) {
      return new FieldName(word.text(), word.span());
    }
    arguments.report(
        Diagnostic.error(
                DiagnosticCode.FUNCTION_ARGUMENTS, "`" + call.name() + "` takes exactly one field")
            .hint("write a call for each field, or use a wildcard"),
        call.span());
    return null;
  }

  @Override
  public String toSpl() {
    return new SplWriter("convert")
        .raw("timeformat=" + SplWriter.quote(timeFormat))
        .list(conversions.stream().map(Conversion::toSpl).toList())
        .toString();
  }
}
