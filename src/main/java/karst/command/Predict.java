package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.Argument;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Adds what is expected of numbers by those before them, and what comes after the last
 * (spl-semantics §6.2).
 *
 * @param series what is predicted; at least one, if binding found no error
 * @param period how many rows a season has; 0 to find it
 * @param future how many rows are predicted after the last that is used
 * @param holdback how many of the last rows are not used
 */
public record Predict(
    List<Series> series,
    Algorithm algorithm,
    int period,
    int future,
    int holdback,
    Bound lower,
    Bound upper,
    @Nullable String suppressed,
    Span span)
    implements Command {
  private static final int MOST = 10_000;
  private static final Bound USUAL = new Bound(95, null);
  private static final Pattern BOUND = Pattern.compile("(lower|upper)(\\d{1,2})");

  /** How the command is written. */
  public static final CommandSyntax<Predict> SYNTAX =
      CommandSyntax.named("predict", "Adds what is expected of numbers by those before them")
          .usage("predict <field> [AS <name>] ... [lower<percent>=<name>] [upper<percent>=<name>]")
          .choice(
              "algorithm",
              List.of("ll", "llt", "llp", "llp5"),
              "llp5",
              "The model: local level, with trend, with season, or with trend and season")
          .option("future_timespan", OptionSpec.Type.INTEGER, "5", "How many rows are added")
          .option("holdback", OptionSpec.Type.INTEGER, "0", "How many last rows are not used")
          .option(
              "period", OptionSpec.Type.INTEGER, "", "How many rows a season has; found without")
          .option("suppress", OptionSpec.Type.FIELD, "", "A field whose prediction is not shown")
          .bind(Predict::bind);

  public Predict {
    series = List.copyOf(series);
  }

  /**
   * Numbers that are predicted.
   *
   * @param name the column of what is expected
   */
  public record Series(FieldName field, String name) {}

  /**
   * An end of the range in which a value is expected.
   *
   * @param percent how many of a hundred values are in the range
   * @param name its column; null for a name that tells what it is
   */
  public record Bound(int percent, @Nullable String name) {
    /** Returns the column's name. */
    public String nameOf(String side, Series series) {
      return name == null ? side + percent + "(" + series.name() + ")" : name;
    }
  }

  /** The models. */
  public enum Algorithm {
    /** Local level. */
    LL,
    /** Local level and trend. */
    LLT,
    /** Local level of a season. */
    LLP,
    /** Both. */
    LLP5
  }

  private static Predict bind(Arguments arguments) {
    List<Series> series = new ArrayList<>();
    Bound lower = USUAL;
    Bound upper = USUAL;
    while (!arguments.atEnd()) {
      arguments.skipCommas();
      if (arguments.peek() instanceof Argument.Option option
          && BOUND.matcher(option.name().toLowerCase(Locale.ROOT)).matches()) {
        arguments.take();
        Matcher side = BOUND.matcher(option.name().toLowerCase(Locale.ROOT));
        Bound bound = side.matches() ? bound(arguments, option, side.group(2)) : USUAL;
        lower = option.name().toLowerCase(Locale.ROOT).startsWith("l") ? bound : lower;
        upper = option.name().toLowerCase(Locale.ROOT).startsWith("u") ? bound : upper;
      } else if (arguments.peek() instanceof Argument.Word) {
        FieldName field = arguments.takeField("a field");
        FieldName alias = Aliases.take(arguments);
        if (field != null) {
          String usual = "prediction(" + field.name() + ")";
          series.add(new Series(field, alias == null ? usual : alias.name()));
        }
      } else if (!arguments.atEnd()) {
        arguments.reject();
      }
    }
    if (series.isEmpty()) {
      arguments.missingUnlessFaulty("a field with numbers");
    }
    arguments.rejectWildcards(series.stream().map(Series::field).toList(), "`predict`");
    Options options = arguments.options();
    if (series.size() > 1 && (lower.name() != null || upper.name() != null)) {
      arguments.error(
          arguments.span(),
          "the bounds of several fields cannot have one name",
          "write a `predict` for each field");
    }
    FieldName suppressed = options.field("suppress");
    return new Predict(
        series,
        algorithm(options),
        options.textOrNull("period") == null ? 0 : count(options, "period", 1),
        count(options, "future_timespan", 0),
        count(options, "holdback", 0),
        lower,
        upper,
        suppressed == null ? null : suppressed.name(),
        arguments.span());
  }

  private static Algorithm algorithm(Options options) {
    String text = options.textOrNull("algorithm");
    if (text != null && text.matches("(?i)llb|bill")) {
      options.report(
          Diagnostic.error(
                  DiagnosticCode.UNSUPPORTED,
                  "`" + text + "` takes two series at once by a way that nobody has described")
              .hint("take LL, LLT, LLP or LLP5 for each of them"),
          options.span("algorithm"));
      return Algorithm.LLP5;
    }
    return Algorithm.valueOf(options.choice("algorithm").toUpperCase(Locale.ROOT));
  }

  private static int count(Options options, String option, long least) {
    long count = options.integer(option, least);
    if (count > MOST) {
      options.report(
          Diagnostic.error(DiagnosticCode.OPTION_VALUE, "`" + option + "` must be at most " + MOST),
          options.span(option));
    }
    return (int) Math.min(count, MOST);
  }

  private static Bound bound(Arguments arguments, Argument.Option option, String percent) {
    int share = Integer.parseInt(percent);
    if (share == 0) {
      arguments.error(option.span(), "a range for 0 of a hundred values is none");
    }
    return option.value() instanceof Argument.Word word
        ? new Bound(Math.max(share, 1), word.text())
        : new Bound(Math.max(share, 1), null);
  }

  /** Returns the series whose predictions are shown. */
  public List<Series> shown() {
    return series.stream()
        .filter(one -> !one.name().equals(suppressed) && !one.field().name().equals(suppressed))
        .toList();
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("predict");
    for (Series one : series) {
      writer.word(one.field().name()).raw("AS").word(one.name());
    }
    writer.option("algorithm", algorithm.name());
    writer.option("future_timespan", future).option("holdback", holdback);
    if (period > 0) {
      writer.option("period", period);
    }
    if (suppressed != null) {
      writer.option("suppress", suppressed);
    }
    if (series.size() == 1) {
      writer.option("lower" + lower.percent(), lower.nameOf("lower", series.get(0)));
      writer.option("upper" + upper.percent(), upper.nameOf("upper", series.get(0)));
    }
    return writer.toString();
  }
}
