package karst.command;

import java.util.List;
import java.util.Locale;
import karst.ast.Argument;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.WrapPeriod;

/**
 * Puts periods of a time chart side by side (spl-semantics §6.2).
 *
 * @param period the length of a period
 * @param alignsNow whether the last period ends now, rather than with the search
 * @param series how the columns are called
 * @param timeFormat the format of times in names
 */
public record Timewrap(
    String period, boolean alignsNow, Series series, String timeFormat, Span span)
    implements Command {
  private static final String DEFAULT_PERIOD = "1d";

  /** How the columns of periods are called. */
  public enum Series {
    /** {@code 1day_before}. */
    RELATIVE,
    /** {@code s1}. */
    SHORT,
    /** By the time at which the period begins. */
    EXACT
  }

  /** How the command is written. */
  public static final CommandSyntax<Timewrap> SYNTAX =
      CommandSyntax.named("timewrap", "Puts periods of a time chart side by side")
          .usage("timewrap <span>")
          .choice("align", List.of("end", "now"), "end", "Where the last period ends")
          .choice(
              "series",
              List.of("relative", "short", "exact"),
              "relative",
              "How columns are called: count_1day_before, count_s1, or by time_format")
          .option(
              "time_format",
              OptionSpec.Type.TEXT,
              "%Y-%m-%d %H:%M:%S",
              "How the start of a period is written, where series=exact")
          .bind(Timewrap::bind);

  private static Timewrap bind(Arguments arguments) {
    Options options = arguments.options();
    arguments.rejectOptions();
    String period = DEFAULT_PERIOD;
    if (!arguments.atEnd() && arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      if (isPeriod(word, arguments)) {
        period = word.text();
      }
    } else {
      arguments.missingUnlessFaulty("a period such as 1d or 1week");
    }
    arguments.expectEnd();
    String series = options.choice("series");
    if (options.has("time_format") && !series.equals("exact")) {
      arguments.warn(options.span("time_format"), "`time_format` is for `series=exact` alone");
    }
    return new Timewrap(
        period,
        options.choice("align").equals("now"),
        Series.valueOf(series.toUpperCase(Locale.ROOT)),
        options.text("time_format"),
        arguments.span());
  }

  private static boolean isPeriod(Argument.Word word, Arguments arguments) {
    try {
      WrapPeriod.parse(word.text());
      return true;
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.BAD_TIME, "`" + word.text() + "` is no period")
              .label(String.valueOf(e.getMessage())),
          word.span());
      return false;
    }
  }

  @Override
  public String toSpl() {
    SplWriter writer =
        new SplWriter("timewrap")
            .word(period)
            .option("align", alignsNow ? "now" : "end")
            .option("series", series.name().toLowerCase(Locale.ROOT));
    return (series == Series.EXACT
            ? writer.raw("time_format=" + SplWriter.quote(timeFormat))
            : writer)
        .toString();
  }
}
