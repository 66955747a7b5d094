package karst.oracle;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands that put aggregates beside the rows. */
final class AnyWindowCommand {
  private static final AnyExpression EXPRESSIONS = new AnyExpression(AnyCommand.FIELDS);

  private AnyWindowCommand() {}

  static Arbitrary<String> eventstats() {
    return Combinators.combine(
            Arbitraries.of("", "", "allnum=true "),
            AnyCommand.aggregations(AnyAggregation.FUNCTIONS),
            AnyCommand.by())
        .as((option, calls, keys) -> "eventstats " + option + calls + keys);
  }

  static Arbitrary<String> streamstats() {
    Arbitrary<String> resets =
        Arbitraries.oneOf(
            Arbitraries.of("", "", "reset_on_change=true "),
            EXPRESSIONS.conditions(1).map(condition -> "reset_before=(" + condition + ") "),
            EXPRESSIONS.conditions(1).map(condition -> "reset_after=(" + condition + ") "),
            Arbitraries.of("reset_after=(a0>1) ", "reset_before=\"n=1\" "));
    return Combinators.combine(
            Arbitraries.of("", "", "allnum=true ", "current=false "),
            Arbitraries.of("", "", "window=2 ", "window=1 global=false ", "window=3 current=f "),
            Arbitraries.of("", "", "time_window=1s ", "time_window=1d "),
            resets,
            AnyCommand.aggregations(AnyAggregation.FUNCTIONS),
            AnyCommand.by())
        .as(
            (option, window, time, reset, calls, keys) ->
                "streamstats "
                    + (window.contains("current") ? "" : option)
                    + window
                    + time
                    + reset
                    + calls
                    + keys);
  }
}
