package karst.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.function.library.AggregateFunctions;
import karst.function.library.SparklineSteps;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.Table;
import karst.type.TimeSpan;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Finds out what aggregations mean: their functions, and their arguments over some columns. */
final class AggregateResolver {
  /** Rates, which take the length of a span of time to mean anything. */
  private static final Set<String> PER_TIME =
      Set.of("per_second", "per_minute", "per_hour", "per_day");

  private final PlanContext context;
  private final FieldScope scope;

  AggregateResolver(PlanContext context, FieldScope scope) {
    this.context = context;
    this.scope = scope;
  }

  /**
   * Returns the aggregations, those over a pattern one for each field; faults are reported.
   *
   * @param keys the fields that a pattern does not mean, since rows are grouped by them
   */
  List<ResolvedAggregate> resolve(List<AggregateCall> aggregates, Collection<String> keys) {
    List<ResolvedAggregate> calls = new ArrayList<>();
    for (AggregateCall aggregate : aggregates) {
      resolve(aggregate, keys, calls);
    }
    return calls;
  }

  private void resolve(
      AggregateCall aggregate, Collection<String> keys, List<ResolvedAggregate> calls) {
    AggregateFunctionTable.Found match = context.aggregates().find(aggregate.function());
    if (match == null && PER_TIME.contains(aggregate.function().toLowerCase(Locale.ROOT))) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_FUNCTION,
                      "`" + aggregate.function() + "` is an aggregation of timechart only")
                  .hint("elsewhere divide a sum: | stats sum(x) AS s | eval rate=s/3600"),
              aggregate.span());
      return;
    }
    if (match == null) {
      context
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_FUNCTION,
                      "there is no aggregation `" + aggregate.function() + "`")
                  .suggest(aggregate.function(), context.aggregates().names()),
              aggregate.span());
      return;
    }
    AggregateFunction function = overTime(match.function(), aggregate);
    double parameter =
        Double.isNaN(aggregate.parameter()) ? match.parameter() : aggregate.parameter();
    FieldName field = aggregate.field();
    if (field != null && field.hasWildcard()) {
      expand(aggregate, field, function, parameter, keys, calls);
      return;
    }
    boolean hasArgument = field != null || aggregate.expression() != null;
    if (!hasArgument && function.argument() == AggregateFunction.Argument.REQUIRED) {
      context.error(
          DiagnosticCode.FUNCTION_ARGUMENTS,
          aggregate.span(),
          "`" + aggregate.function() + "` needs a field");
      return;
    }
    RexNode argument = argument(aggregate);
    if (aggregate.sparkline() != null && argument == null) {
      // Rows count at the time that they have.
      argument = scope.find(Table.TIME_FIELD);
    }
    calls.add(call(aggregate.name(), function, parameter, argument));
  }

  /** A function, or for a sparkline what gives its results in each step of time. */
  private AggregateFunction overTime(AggregateFunction function, AggregateCall aggregate) {
    AggregateCall.Sparkline sparkline = aggregate.sparkline();
    if (sparkline == null) {
      return function;
    }
    TimeSpan span = sparkline.span() == null ? null : TimeSpan.parse(sparkline.span());
    TimeRange range = context.range();
    return AggregateFunctions.sparkline(
        function, SparklineSteps.over(span, context.zone(), range.earliest(), range.latest()));
  }

  /** One column for each field that a pattern matches, keys and internal fields excepted. */
  private void expand(
      AggregateCall aggregate,
      FieldName field,
      AggregateFunction function,
      double parameter,
      Collection<String> keys,
      List<ResolvedAggregate> calls) {
    FieldPattern pattern = FieldPattern.of(field.name());
    for (String name : scope.names()) {
      List<String> parts = pattern.match(name);
      boolean isKey = keys.contains(name);
      RexNode value = scope.find(name);
      if (parts != null && !isKey && value != null) {
        String output = FieldPattern.fill(aggregate.name(), parts);
        calls.add(call(output, function, parameter, value));
      }
    }
  }

  private ResolvedAggregate call(
      String name, AggregateFunction function, double parameter, @Nullable RexNode argument) {
    RexNode time = function.needsTime() ? scope.find("_time") : null;
    return new ResolvedAggregate(
        name,
        function,
        parameter,
        argument,
        function.needsTime() && time == null ? context.nothing() : time);
  }

  private @Nullable RexNode argument(AggregateCall aggregate) {
    if (aggregate.expression() != null) {
      ExpressionConverter converter = new ExpressionConverter(context, scope);
      RexNode value = converter.convert(aggregate.expression());
      if (!ExpressionConverter.isBoolean(value)) {
        return value;
      }
      // A condition counts as 1 where it is true and not at all elsewhere (spl-semantics §4.2).
      RexNode one = context.number(BigDecimal.ONE);
      return converter.choice(List.of(value, one, context.nothing()));
    }
    FieldName field = aggregate.field();
    if (field == null) {
      return null;
    }
    RexNode value = scope.find(field.name());
    if (value == null) {
      context.unknownField(field.name(), field.span(), scope);
      return context.nothing();
    }
    return value;
  }
}
