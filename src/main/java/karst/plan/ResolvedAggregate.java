package karst.plan;

import karst.function.AggregateFunction;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation whose function and argument are known.
 *
 * @param name the output column
 * @param parameter the constant of the call; NaN for none
 * @param argument null for an aggregation of rows
 * @param time {@code _time}, for a function that needs it; else null
 */
record ResolvedAggregate(
    String name,
    AggregateFunction function,
    double parameter,
    @Nullable RexNode argument,
    @Nullable RexNode time) {}
