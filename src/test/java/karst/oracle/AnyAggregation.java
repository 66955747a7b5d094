package karst.oracle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates aggregations over some fields. */
final class AnyAggregation {
  /** Every aggregation of a field. */
  static final List<String> FUNCTIONS =
      List.of(
          "count",
          "c",
          "dc",
          "distinct_count",
          "estdc",
          "estdc_error",
          "sum",
          "avg",
          "mean",
          "sumsq",
          "min",
          "max",
          "range",
          "stdev",
          "stdevp",
          "var",
          "varp",
          "median",
          "perc50",
          "p95",
          "exactperc25",
          "upperperc99.5",
          "mode",
          "first",
          "last",
          "earliest",
          "latest",
          "earliest_time",
          "latest_time",
          "rate",
          "values",
          "list");

  private AnyAggregation() {}

  /** Returns one to three aggregations with names of their own. */
  static Arbitrary<String> several(List<String> functions, List<String> fields) {
    return one(functions, fields)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            calls -> {
              StringBuilder all = new StringBuilder();
              for (int i = 0; i < calls.size(); i++) {
                all.append(i == 0 ? "" : ", ").append(calls.get(i)).append(" AS a").append(i);
              }
              return all.toString();
            });
  }

  /** Returns one aggregation. */
  static Arbitrary<String> one(List<String> functions, List<String> fields) {
    Arbitrary<String> calls =
        Combinators.combine(Arbitraries.of(functions), Arbitraries.of(fields))
            .as((function, field) -> function + "(" + field + ")");
    return Arbitraries.oneOf(Arbitraries.just("count"), calls, calls, calls);
  }
}
