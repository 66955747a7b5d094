package karst.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * How chart and timechart make columns of the values of a field (spl-semantics §6.1).
 *
 * @param limit how many values have a column of their own; 0 for all
 * @param smallest whether these are those with the smallest sums
 * @param other the column for the other values; empty for none
 * @param absent the column for rows without a value; empty to leave them out
 * @param separator what stands between aggregation and value in a column's name
 * @param format the name of a column, with {@code $AGG$} and {@code $VAL$}; null for the usual one
 * @param filter chooses values in the limit's stead; null for none
 */
public record SeriesOptions(
    long limit,
    boolean smallest,
    String other,
    String absent,
    String separator,
    @Nullable String format,
    @Nullable SeriesFilter filter) {
  private static final Pattern LIMIT = Pattern.compile("(top|bottom)?(\\d{1,9})");

  /** Checks the limit. */
  public SeriesOptions {
    if (limit < 0) {
      throw new IllegalArgumentException("negative limit " + limit);
    }
  }

  /** Declares the options. */
  static CommandSyntax.Builder declare(CommandSyntax.Builder syntax) {
    return syntax
        .option(
            "limit",
            OptionSpec.Type.TEXT,
            "10",
            "How many values have a column: 5, top5 or bottom5; 0 for all")
        .option("useother", OptionSpec.Type.BOOLEAN, "true", "Give the other values a column")
        .option("otherstr", OptionSpec.Type.TEXT, "OTHER", "Name of that column")
        .option("usenull", OptionSpec.Type.BOOLEAN, "true", "Give rows without a value a column")
        .option("nullstr", OptionSpec.Type.TEXT, "NULL", "Name of that column")
        .option(
            "sep",
            OptionSpec.Type.TEXT,
            ": ",
            "What stands between aggregation and value in the name of a column")
        .option(
            "format",
            OptionSpec.Type.TEXT,
            "",
            "The name of a column, with $AGG$ for the aggregation and $VAL$ for the value");
  }

  static SeriesOptions take(Options options, @Nullable SeriesFilter filter) {
    String text = options.text("limit").toLowerCase(Locale.ROOT);
    Matcher matcher = LIMIT.matcher(text);
    boolean right = matcher.matches();
    if (!right) {
      options.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`limit` cannot be `" + text + "`")
              .label("expected a number, topN or bottomN"),
          options.span("limit"));
    }
    return new SeriesOptions(
        right ? Long.parseLong(matcher.group(2)) : 0,
        right && "bottom".equals(matcher.group(1)),
        options.bool("useother") ? options.text("otherstr") : "",
        options.bool("usenull") ? options.text("nullstr") : "",
        options.text("sep"),
        options.textOrNull("format"),
        filter);
  }

  void write(SplWriter writer) {
    writer.option("limit", (smallest ? "bottom" : "top") + limit);
    writer.option("useother", !other.isEmpty());
    if (!other.isEmpty()) {
      writer.option("otherstr", other);
    }
    writer.option("usenull", !absent.isEmpty());
    if (!absent.isEmpty()) {
      writer.option("nullstr", absent);
    }
    writer.option("sep", separator);
    if (format != null) {
      writer.option("format", format);
    }
  }
}
