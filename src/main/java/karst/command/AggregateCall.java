package karst.command;

import karst.ast.Expression;
import karst.ast.FieldName;
import karst.ast.Node;
import karst.ast.Unparser;
import karst.source.Span;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation in a command, such as {@code values(process) AS cmdline}.
 *
 * @param function the function's name as written, its number included: {@code perc95}
 * @param field the aggregated field, perhaps with wildcards; null when there is none
 * @param expression the expression of {@code f(eval(...))}; null when there is none
 * @param parameter the second argument, as in {@code perc(x, 95)}; NaN when there is none
 * @param sparkline the steps of time that the function has a result for each of; null for one
 * @param name the output column: the alias, or the text of the call without quotes
 * @param renamed whether an alias was written
 */
public record AggregateCall(
    String function,
    @Nullable FieldName field,
    @Nullable Expression expression,
    double parameter,
    @Nullable Sparkline sparkline,
    String name,
    boolean renamed,
    Span span)
    implements Node {
  /** Creates a call that has one result a group. */
  public AggregateCall(
      String function,
      @Nullable FieldName field,
      @Nullable Expression expression,
      double parameter,
      String name,
      boolean renamed,
      Span span) {
    this(function, field, expression, parameter, null, name, renamed, span);
  }

  /**
   * Steps of time, a small chart of which shows how something went.
   *
   * @param span the length of a step as written; null for one that is chosen by the rows
   */
  public record Sparkline(@Nullable String span) {
    /** Returns the call of which there is a result for each step as one of SPL. */
    String of(String call) {
      return "sparkline(" + call + (span == null ? "" : ", " + span) + ")";
    }
  }

  /** Returns whether the call has neither a field nor an expression, as {@code count} may. */
  public boolean isBare() {
    return field == null && expression == null;
  }

  /** Returns the name of a column that was given none: the call, quotes left out. */
  static String defaultName(String function, String argument, double parameter) {
    String number = Double.isNaN(parameter) ? "" : ", " + Numbers.format(parameter);
    return argument.isEmpty() ? function : function + "(" + argument + number + ")";
  }

  /** Returns the call as SPL; parsed again, it has the same name. */
  String toSpl() {
    String argument = "";
    String plain = "";
    if (expression != null && function.equals("eval")) {
      argument = Unparser.unparse(expression);
      plain = argument;
    } else if (expression != null) {
      argument = "eval(" + Unparser.unparse(expression) + ")";
      plain = argument;
    } else if (field != null) {
      argument = SplWriter.quoteIfNeeded(field.name());
      plain = field.name();
    }
    String call = defaultName(function, argument, parameter);
    String usual = defaultName(function, plain, parameter);
    if (sparkline != null) {
      call = sparkline.of(call);
      usual = sparkline.of(usual);
    }
    boolean named = renamed || !name.equals(usual);
    return named ? call + " AS " + SplWriter.quoteIfNeeded(name) : call;
  }
}
