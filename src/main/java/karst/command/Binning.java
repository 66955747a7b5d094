package karst.command;

import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.NumberSpan;
import karst.type.Numbers;
import karst.type.TimeModifier;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * How values are put into bins (spl-semantics §6.1 bin).
 *
 * @param width the width of a bin as it is written; null to choose one
 * @param bins the most bins that a chosen width makes
 * @param least the smallest width that is chosen; null for any
 * @param start a number that the range reaches down to; null for the smallest value
 * @param end a number that the range reaches up to; null for the largest value
 * @param alignTime a time modifier, {@code earliest} or {@code latest}: where one of the spans of
 *     time begins; null for the usual places
 */
public record Binning(
    @Nullable String width,
    long bins,
    @Nullable String least,
    @Nullable Double start,
    @Nullable Double end,
    @Nullable String alignTime) {
  /** Checks the number of bins. */
  public Binning {
    if (bins < 2) {
      throw new IllegalArgumentException(bins + " bins are too few");
    }
  }

  /**
   * Returns the binning that options ask for.
   *
   * @param times whether the values are times whatever the widths look like
   */
  static Binning take(Options options, boolean times, long defaultBins) {
    return new Binning(
        width(options, "span", times),
        options.has("bins") ? options.integer("bins", 2) : defaultBins,
        width(options, "minspan", times),
        options.number("start"),
        options.number("end"),
        alignment(options));
  }

  /** Returns the binning of times that options ask for. */
  static Binning ofTime(Options options, long defaultBins) {
    return new Binning(
        options.timeSpan("span"),
        options.has("bins") ? options.integer("bins", 2) : defaultBins,
        options.timeSpan("minspan"),
        null,
        null,
        alignment(options));
  }

  private static @Nullable String width(Options options, String option, boolean times) {
    String text = options.textOrNull(option);
    if (text == null || (!times && isNumberSpan(text))) {
      return text;
    }
    try {
      TimeSpan.parse(text);
      return text;
    } catch (InvalidSyntaxException e) {
      String other = times ? "" : ", and no number";
      options.report(
          Diagnostic.error(DiagnosticCode.BAD_TIME, "`" + text + "` is no time span" + other)
              .label(String.valueOf(e.getMessage()))
              .hint("a span is a number and a unit, such as 30s, 5m, 1h, 1d or 1mon"),
          options.span(option));
      return null;
    }
  }

  private static @Nullable String alignment(Options options) {
    String text = options.textOrNull("aligntime");
    if (text == null || text.equals("earliest") || text.equals("latest")) {
      return text;
    }
    try {
      TimeModifier.parse(text);
      return text;
    } catch (InvalidSyntaxException e) {
      Span span = options.span("aligntime");
      options.report(
          Diagnostic.error(DiagnosticCode.BAD_TIME, "`" + text + "` is no time modifier")
              .label(String.valueOf(e.getMessage())),
          span);
      return null;
    }
  }

  private static boolean isNumberSpan(String span) {
    try {
      NumberSpan.parse(span);
      return true;
    } catch (InvalidSyntaxException e) {
      return false;
    }
  }

  /** Returns whether a field holds times: it is {@code _time}, or a width is one of time. */
  public boolean isOfTimes(String field) {
    String written = width != null ? width : least;
    return field.equals("_time") || (written != null && !isNumberSpan(written));
  }

  /** Writes the options that differ from the defaults. */
  void write(SplWriter writer, long defaultBins) {
    if (width != null) {
      writer.option("span", width);
    }
    if (bins != defaultBins) {
      writer.option("bins", bins);
    }
    if (least != null) {
      writer.option("minspan", least);
    }
    if (start != null) {
      writer.option("start", Numbers.format(start));
    }
    if (end != null) {
      writer.option("end", Numbers.format(end));
    }
    if (alignTime != null) {
      writer.option("aligntime", alignTime);
    }
  }
}
