package karst.command;

import karst.ast.Expression;
import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation in a command, such as {@code values(process) AS cmdline}.
 *
 * @param function the function's name as written, its number included: {@code perc95}
 * @param field the aggregated field, perhaps with wildcards; null when there is none
 * @param expression the expression of {@code f(eval(...))}; null when there is none
 * @param parameter the second argument, as in {@code perc(x, 95)}; NaN when there is none
 * @param name the output column: the alias, or the text of the call without quotes
 * @param renamed whether an alias was written
 */
public record AggregateCall(
    String function,
    @Nullable FieldName field,
    @Nullable Expression expression,
    double parameter,
    String name,
    boolean renamed,
    Span span) {}
