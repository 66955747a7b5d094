package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;

/**
 * What stats and its kin take: aggregations, and the fields after {@code BY} (spl-semantics §4).
 *
 * @param aggregates at least one, if binding found no error
 * @param by the fields that make a group; empty for one group of all rows
 */
record AggregationClause(List<AggregateCall> aggregates, List<FieldName> by) {
  AggregationClause {
    aggregates = List.copyOf(aggregates);
    by = List.copyOf(by);
  }

  /** Takes all arguments that are left. */
  static AggregationClause take(Arguments arguments, String command) {
    List<AggregateCall> calls = new ArrayList<>();
    List<FieldName> by = List.of();
    boolean grouped = false;
    while (!arguments.atEnd()) {
      if (!grouped && arguments.takeKeyword("by")) {
        by = GroupKeys.take(arguments);
        grouped = true;
      } else if (arguments.peek() instanceof Argument.Option option
          && option.name().equalsIgnoreCase("span")) {
        arguments.take();
        String value = arguments.sourceText(option.span());
        arguments.error(
            option.span(),
            "`" + command + "` makes no time spans",
            "write `bin " + value + " _time` before `" + command + "`");
      } else {
        Argument next = arguments.peek();
        calls.addAll(Aggregations.take(arguments, "by"));
        if (arguments.peek() == next) {
          arguments.reject();
        }
      }
    }
    if (calls.isEmpty()) {
      arguments.missingUnlessFaulty("an aggregation such as count");
    }
    calls.replaceAll(call -> Aggregations.ofEveryField(arguments, call));
    Aggregations.warnOfSameNames(arguments, calls, by);
    return new AggregationClause(calls, by);
  }
}
