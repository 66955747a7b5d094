package karst.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.InvalidSyntaxException;
import karst.type.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Binds small charts in a cell (spl-semantics §4.3): {@code sparkline}, {@code sparkline(count)},
 * {@code sparkline(avg(x), 1h) AS trend}.
 */
final class Sparklines {
  static final String NAME = "sparkline";

  private static final Set<String> FUNCTIONS =
      Set.of(
          "c",
          "count",
          "dc",
          "distinct_count",
          "mean",
          "avg",
          "stdev",
          "stdevp",
          "var",
          "varp",
          "sum",
          "sumsq",
          "min",
          "max",
          "range");

  /** The commands whose rows have no time of their own any more. */
  private static final Set<String> COMMANDS = Set.of("chart", "sichart", "sistats", "stats");

  private Sparklines() {}

  /** Returns the counts of rows that the bare word stands for. */
  static List<AggregateCall> ofRows(Arguments arguments, Argument.Word word) {
    return bound(arguments, "count", null, null, null, NAME, word.span());
  }

  /**
   * Takes the alias of a call and returns what it means; nothing, with an error, if it is faulty.
   */
  static List<AggregateCall> of(Arguments arguments, Argument.Call call) {
    List<Argument> items = Aggregations.items(call);
    Argument first = items.isEmpty() ? null : items.get(0);
    if (first == null) {
      return bound(arguments, "count", null, null, null, NAME, call.span());
    }
    String span = items.size() > 1 ? span(arguments, items.get(1)) : null;
    if (items.size() > 2) {
      arguments.error(items.get(2).span(), "`sparkline` has an argument too many");
    }
    if (first instanceof Argument.Word word) {
      boolean count = word.text().matches("(?i)c(ount)?");
      String hint = "write `sparkline(count)` or `sparkline(avg(" + word.text() + "))`";
      return count
          ? bound(arguments, word.text(), null, null, span, null, call.span())
          : faulty(arguments, first.span(), "`sparkline` takes an aggregation", hint);
    }
    List<Argument> inner =
        first instanceof Argument.Call aggregation ? Aggregations.items(aggregation) : List.of();
    if (!(first instanceof Argument.Call aggregation) || inner.size() > 1) {
      return faulty(
          arguments, first.span(), "`sparkline` takes an aggregation", "write `sparkline(avg(x))`");
    }
    String function = aggregation.name();
    if (!FUNCTIONS.contains(function.toLowerCase(Locale.ROOT))) {
      return faulty(
          arguments,
          first.span(),
          "`sparkline` has no points of `" + function + "`",
          "take count, dc, avg, sum, min, max, range, sumsq, stdev, stdevp, var or varp");
    }
    if (inner.isEmpty() && !function.matches("(?i)c(ount)?")) {
      return faulty(
          arguments,
          first.span(),
          "`" + function + "` needs a field",
          "write `sparkline(" + function + "(x))`");
    }
    if (inner.isEmpty()) {
      return bound(arguments, function, null, null, span, null, call.span());
    }
    Argument.Evaluation evaluation = Aggregations.evaluation(inner.get(0));
    if (inner.get(0) instanceof Argument.Word word) {
      FieldName field = new FieldName(word.text(), word.span());
      return bound(arguments, function, field, null, span, null, call.span());
    } else if (evaluation != null) {
      return bound(arguments, function, null, evaluation, span, null, call.span());
    }
    return faulty(
        arguments,
        inner.get(0).span(),
        "`" + function + "` takes a field here",
        "write `" + function + "(eval(...))` to aggregate an expression");
  }

  private static List<AggregateCall> bound(
      Arguments arguments,
      String function,
      @Nullable FieldName field,
      Argument.@Nullable Evaluation evaluation,
      @Nullable String span,
      @Nullable String name,
      Span place) {
    String command = arguments.syntax().name();
    if (!COMMANDS.contains(command)) {
      return faulty(
          arguments,
          place,
          "`" + command + "` makes no sparklines",
          "stats and chart do: | stats sparkline(count, 1h) BY user");
    }
    AggregateCall.Sparkline steps = new AggregateCall.Sparkline(span);
    String argument = field == null ? "" : field.name();
    if (evaluation != null) {
      argument = "eval(" + arguments.sourceText(evaluation.span()) + ")";
    }
    String call = steps.of(AggregateCall.defaultName(function, argument, Double.NaN));
    Expression expression = evaluation == null ? null : evaluation.expression();
    FieldName alias = Aliases.take(arguments);
    if (alias != null) {
      Wildcards.checkSameStars(arguments, field == null ? function : field.name(), alias);
    }
    String usual = name == null ? call : name;
    return List.of(
        new AggregateCall(
            function,
            field,
            expression,
            Double.NaN,
            steps,
            alias == null ? usual : alias.name(),
            alias != null,
            alias == null ? place : place.to(alias.span())));
  }

  private static List<AggregateCall> faulty(
      Arguments arguments, Span place, String message, String hint) {
    arguments.report(
        Diagnostic.error(DiagnosticCode.FUNCTION_ARGUMENTS, message).hint(hint), place);
    Aliases.take(arguments);
    return List.of();
  }

  private static @Nullable String span(Arguments arguments, Argument argument) {
    String text = arguments.sourceText(argument.span());
    try {
      return TimeSpan.parse(text).toString();
    } catch (InvalidSyntaxException e) {
      arguments.report(
          Diagnostic.error(
                  DiagnosticCode.FUNCTION_ARGUMENTS, "`" + text + "` is no length of a step")
              .label(String.valueOf(e.getMessage()))
              .hint("write a span of time such as 5m, 1h or 1d"),
          argument.span());
      return null;
    }
  }
}
