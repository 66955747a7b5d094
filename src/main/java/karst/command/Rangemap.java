package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Sets the field {@code range} to the names of the ranges that a field's number is in
 * (spl-semantics §6.1).
 *
 * @param ranges in the order in which they are written
 * @param fallback what the field is set to outside of all ranges
 */
public record Rangemap(FieldName field, List<Range> ranges, String fallback, Span span)
    implements Command {
  private static final Pattern BOUNDS =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)-(-?\\d+(?:\\.\\d+)?)");

  /** How the command is written. */
  public static final CommandSyntax<Rangemap> SYNTAX =
      CommandSyntax.named("rangemap", "Names the ranges that a number is in")
          .usage("rangemap field=<field> <name>=<low>-<high> ...")
          .option("field", OptionSpec.Type.FIELD, "", "The field with the number")
          .option("default", OptionSpec.Type.TEXT, "None", "The name outside of all ranges")
          .fields(FieldTrait.ROW_BY_ROW)
          .bind(Rangemap::bind);

  public Rangemap {
    ranges = List.copyOf(ranges);
  }

  /**
   * A named range.
   *
   * @param low the least number, as written
   * @param high the greatest number, as written
   */
  public record Range(String name, String low, String high) {}

  private static Rangemap bind(Arguments arguments) {
    Options options = arguments.options();
    FieldName field = new FieldName("", arguments.span());
    if (options.has("field")) {
      field = new FieldName(options.text("field"), options.span("field"));
    } else {
      arguments.missing("`field=`");
    }
    List<Range> ranges = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Option option) {
        arguments.take();
        Range range = range(option, arguments);
        if (range != null) {
          ranges.add(range);
        }
      } else {
        arguments.reject();
      }
    }
    if (ranges.isEmpty()) {
      arguments.missingUnlessFaulty("a range such as `low=0-10`");
    }
    return new Rangemap(field, ranges, options.text("default"), arguments.span());
  }

  private static @Nullable Range range(Argument.Option option, Arguments arguments) {
    String text = option.value() instanceof Argument.Word word ? word.text() : "";
    Matcher bounds = BOUNDS.matcher(text);
    if (!bounds.matches()) {
      arguments.report(
          Diagnostic.error(
                  DiagnosticCode.OPTION_VALUE, "`" + option.name() + "` is no range of numbers")
              .hint("a range is two numbers with a hyphen between, such as 0-10"),
          option.value().span());
      return null;
    }
    return new Range(option.name(), bounds.group(1), bounds.group(2));
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("rangemap").option("field", field.name());
    for (Range range : ranges) {
      writer.raw(SplWriter.quoteIfNeeded(range.name()) + "=" + range.low() + "-" + range.high());
    }
    return writer.option("default", fallback).toString();
  }
}
