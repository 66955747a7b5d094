package karst.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.ast.Argument;
import karst.ast.Expression;
import karst.ast.FieldName;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Binds the aggregations of {@code stats}, {@code tstats} and their kin (spl-semantics §4.3):
 * {@code count}, {@code dc(user) AS users}, {@code perc(x, 95)}, {@code count(eval(a>1))}.
 *
 * <p>Which functions there are is not known here: any word before a parenthesis is taken for one.
 */
final class Aggregations {
  private final Arguments arguments;
  private final List<AggregateCall> calls = new ArrayList<>();

  private Aggregations(Arguments arguments) {
    this.arguments = arguments;
  }

  /**
   * Takes aggregations up to an argument that is none, or one of some bare keywords. A bare word
   * becomes a call without a field.
   */
  static List<AggregateCall> take(Arguments arguments, String... stopKeywords) {
    return take(arguments, false, stopKeywords);
  }

  /**
   * Takes the aggregations of a chart, of which any may stand after {@code agg=}, and some may be
   * expressions over others, {@code eval(avg(a)/max(b))}.
   */
  static List<AggregateCall> takeOfChart(Arguments arguments, String... stopKeywords) {
    return take(arguments, true, stopKeywords);
  }

  private static List<AggregateCall> take(
      Arguments arguments, boolean chart, String... stopKeywords) {
    Aggregations aggregations = new Aggregations(arguments);
    arguments.skipCommas();
    boolean separated = true;
    while (!arguments.atKeyword(stopKeywords)) {
      separated |= chart && arguments.takeOptionName("agg");
      if (arguments.peek() instanceof Argument.Call call) {
        arguments.take();
        if (!chart || !aggregations.takeExpression(call)) {
          aggregations.take(call);
        }
      } else if (arguments.peek() instanceof Argument.Word word) {
        arguments.take();
        aggregations.take(word, separated);
      } else {
        break;
      }
      separated = arguments.skipCommas();
    }
    return aggregations.calls;
  }

  /** Takes a single call; none if it is faulty. */
  static List<AggregateCall> takeOne(Arguments arguments) {
    Aggregations aggregations = new Aggregations(arguments);
    if (arguments.peek() instanceof Argument.Call call) {
      arguments.take();
      aggregations.take(call);
    }
    return aggregations.calls;
  }

  private void take(Argument.Word word, boolean separated) {
    AggregateCall last = calls.isEmpty() ? null : calls.get(calls.size() - 1);
    if (Arguments.isKeyword(word, "as")) {
      arguments.error(word.span(), "no aggregation stands before `AS`");
      if (arguments.peek() instanceof Argument.Word) {
        arguments.take();
      }
    } else if (Arguments.isKeyword(word, "count", "c")) {
      add(word.text(), null, null, Double.NaN, word.text(), word.span());
    } else if (!separated && last != null && !last.renamed()) {
      String call = arguments.sourceText(last.span());
      String name = arguments.sourceText(word.span());
      arguments.error(
          word.span(),
          "`AS` is missing before the name `" + word.text() + "`",
          "write `" + call + " AS " + name + "`");
    } else if (word.quoted()) {
      arguments.error(word.span(), "a text in quotes is no aggregation");
    } else if (word.text().equalsIgnoreCase(Sparklines.NAME)) {
      calls.addAll(Sparklines.ofRows(arguments, word));
    } else {
      add(word.text(), null, null, Double.NaN, word.text(), word.span());
    }
  }

  private void take(Argument.Call call) {
    if (call.name().equalsIgnoreCase(Sparklines.NAME)) {
      calls.addAll(Sparklines.of(arguments, call));
      return;
    }
    List<Argument> items = items(call);
    String function = call.name();
    String unsupported = unsupported(items);
    if (unsupported != null) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.UNSUPPORTED, unsupported).hint("leave it out"),
          call.span());
      Aliases.take(arguments);
      return;
    }
    if (items.isEmpty()) {
      // The column of `count()` has the name `count`, like that of the bare word.
      add(function, null, null, Double.NaN, function, call.span());
      return;
    }
    Argument first = items.get(0);
    Argument.Evaluation evaluation = evaluation(first);
    double parameter = parameter(call, items);
    if (first instanceof Argument.Word word) {
      FieldName field = new FieldName(word.text(), word.span());
      String name = AggregateCall.defaultName(function, field.name(), parameter);
      add(function, field, null, parameter, name, call.span());
    } else if (evaluation != null) {
      String text = "eval(" + arguments.sourceText(evaluation.span()) + ")";
      String name = AggregateCall.defaultName(function, text, parameter);
      add(function, null, evaluation.expression(), parameter, name, call.span());
    } else {
      String text = arguments.sourceText(first.span());
      arguments.error(
          first.span(),
          "`" + function + "` takes a field here",
          "write `" + function + "(eval(" + text + "))` to aggregate an expression");
      Aliases.take(arguments);
    }
  }

  /** Takes an expression over aggregations, and says whether it was one. */
  private boolean takeExpression(Argument.Call call) {
    Argument.Evaluation evaluation = evaluation(call);
    if (evaluation != null) {
      String name = "eval(" + arguments.sourceText(evaluation.span()) + ")";
      add("eval", null, evaluation.expression(), Double.NaN, name, call.span());
    }
    return evaluation != null;
  }

  static Argument.@Nullable Evaluation evaluation(Argument argument) {
    return argument instanceof Argument.Call call
            && call.name().equalsIgnoreCase("eval")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Argument.Evaluation evaluation
        ? evaluation
        : null;
  }

  /** Returns the arguments of a call. */
  static List<Argument> items(Argument.Call call) {
    return call.arguments().stream().filter(item -> !(item instanceof Argument.Comma)).toList();
  }

  private static @Nullable String unsupported(List<Argument> items) {
    boolean prefix =
        !items.isEmpty()
            && items.get(0) instanceof Argument.Call inner
            && inner.name().equalsIgnoreCase("prefix");
    return prefix ? GroupKeys.PREFIX_UNSUPPORTED : null;
  }

  private double parameter(Argument.Call call, List<Argument> items) {
    if (items.size() == 1) {
      return Double.NaN;
    }
    if (items.size() > 2) {
      arguments.report(
          Diagnostic.error(
              DiagnosticCode.FUNCTION_ARGUMENTS, "`" + call.name() + "` has an argument too many"),
          items.get(2).span());
    }
    Argument second = items.get(1);
    double number =
        second instanceof Argument.Word word ? Numbers.parseOrNaN(word.text()) : Double.NaN;
    if (Double.isNaN(number)) {
      arguments.report(
          Diagnostic.error(
                  DiagnosticCode.FUNCTION_ARGUMENTS,
                  "the second argument of `" + call.name() + "` must be a number")
              .hint("an aggregation takes one field"),
          second.span());
    }
    return number;
  }

  private void add(
      String function,
      @Nullable FieldName field,
      @Nullable Expression expression,
      double parameter,
      String defaultName,
      Span span) {
    FieldName alias = Aliases.take(arguments);
    if (alias != null) {
      Wildcards.checkSameStars(arguments, field == null ? function : field.name(), alias);
    }
    calls.add(
        new AggregateCall(
            function,
            field,
            expression,
            parameter,
            alias == null ? defaultName : alias.name(),
            alias != null,
            alias == null ? span : span.to(alias.span())));
  }

  /** Returns whether a call lacks the field that every function but count needs. */
  static boolean lacksField(AggregateCall call) {
    return call.isBare()
        && !call.function().equalsIgnoreCase("count")
        && !call.function().equalsIgnoreCase("c");
  }

  /** Returns a call without a field as one of every field: {@code avg} means {@code avg(*)}. */
  static AggregateCall ofEveryField(Arguments arguments, AggregateCall call) {
    if (!lacksField(call)) {
      return call;
    }
    String text = AggregateCall.defaultName(call.function(), "*", Double.NaN);
    arguments.warn(call.span(), "`" + call.function() + "` without a field means `" + text + "`");
    String name = call.renamed() ? call.name() : text;
    FieldName every = new FieldName("*", call.span());
    return new AggregateCall(
        call.function(), every, null, Double.NaN, name, call.renamed(), call.span());
  }

  /** Warns of columns that have the same name, of which only the last can be seen. */
  static void warnOfSameNames(
      Arguments arguments, List<AggregateCall> calls, List<FieldName> groupKeys) {
    Set<String> names = new HashSet<>();
    for (AggregateCall call : calls) {
      if (!names.add(call.name())) {
        arguments.warn(call.span(), "two columns have the name `" + call.name() + "`");
      }
    }
    for (FieldName key : groupKeys) {
      if (names.contains(key.name())) {
        arguments.warn(
            key.span(), "an aggregation has the same name as the field `" + key.name() + "`");
      }
    }
  }

  /** Returns aggregations as SPL, one each. */
  static List<String> toSpl(List<AggregateCall> calls) {
    return calls.stream().map(AggregateCall::toSpl).toList();
  }
}
