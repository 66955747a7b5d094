package karst.function.library;

import static karst.function.AggregateFunction.named;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.List;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.type.SplType;

/** All aggregations (spl-semantics §4.2). */
public final class AggregateFunctions {
  /** The name of small charts in a cell. */
  public static final String SPARKLINE = "sparkline";

  private static final AggregateFunction COUNT =
      named("count", "Number of rows, or of values")
          .alias("c")
          .optionalArgument()
          .zeroWhenEmpty()
          .lean()
          .example("count", "a, null, b", "3")
          .example("count(x)", "a, null, b", "2")
          .accumulator(context -> new CountAccumulator());

  private static final List<AggregateFunction> ALL =
      List.of(
          COUNT,
          named("dc", "Number of distinct values")
              .alias("distinct_count")
              .zeroWhenEmpty()
              .lean()
              .example("dc(x)", "a, b, a, null", "2")
              .accumulator(context -> new DistinctAccumulator()),
          named("estdc", "Number of distinct values; an estimate in Splunk, exact here")
              .zeroWhenEmpty()
              .lean()
              .example("estdc(x)", "a, b, a", "2")
              .accumulator(context -> new DistinctAccumulator()),
          named("estdc_error", "Relative error of estdc, which is 0 here")
              .zeroWhenEmpty()
              .example("estdc_error(x)", "a, b", "0")
              .accumulator(context -> new ZeroAccumulator()),
          named("sum", "Sum of the numbers")
              .inexactInParts()
              .example("sum(x)", "1, 2, null", "3")
              .accumulator(context -> new SumAccumulator(context, SumAccumulator.Of.NUMBERS)),
          named("avg", "Mean of the numbers")
              .inexactInParts()
              .alias("mean")
              .example("avg(x)", "1, 2, x", "1.5")
              .accumulator(context -> new SumAccumulator(context, SumAccumulator.Of.MEAN)),
          named("sumsq", "Sum of the squares of the numbers")
              .inexactInParts()
              .example("sumsq(x)", "1, 2, 3", "14")
              .accumulator(context -> new SumAccumulator(context, SumAccumulator.Of.SQUARES)),
          named("min", "Smallest value; a number is smaller than any text")
              .returns(AggregateFunctions::valueOf)
              .example("min(x)", "10, 9.50, a", "9.50")
              .accumulator(MinMaxAccumulator::min),
          named("max", "Largest value; a text is larger than any number")
              .returns(AggregateFunctions::valueOf)
              .example("max(x)", "10, 9", "10")
              .example("max(x)", "10, a, B", "a")
              .accumulator(MinMaxAccumulator::max),
          named("range", "Distance from the smallest to the largest number")
              .example("range(x)", "2, 10, 4", "8")
              .accumulator(RangeAccumulator::new),
          named("stdev", "Standard deviation of a sample")
              .inexactInParts()
              .example("stdev(x)", "2, 4, 6", "2")
              .example("stdev(x)", "2", "0")
              .example("stdev(x)", "1700000000.5, 1700000001, 1700000001.5", "0.5")
              .accumulator(context -> moments(context, MomentsAccumulator.Of.DEVIATION)),
          named("stdevp", "Standard deviation of a population")
              .inexactInParts()
              .example("stdevp(x)", "2, 4, 4, 4, 5, 5, 7, 9", "2")
              .accumulator(context -> moments(context, MomentsAccumulator.Of.POPULATION_DEVIATION)),
          named("var", "Variance of a sample")
              .inexactInParts()
              .example("var(x)", "2, 4, 6", "4")
              .accumulator(context -> moments(context, MomentsAccumulator.Of.VARIANCE)),
          named("varp", "Variance of a population")
              .inexactInParts()
              .example("varp(x)", "1, 3", "1")
              .accumulator(context -> moments(context, MomentsAccumulator.Of.POPULATION_VARIANCE)),
          named("median", "Middle number, the upper one of two")
              .example("median(x)", "1, 2, 3, 4", "3")
              .accumulator(
                  context -> new PercentileAccumulator(context, PercentileAccumulator.MEDIAN, 50)),
          percentile("perc", "Number below which a percentage of the numbers lies")
              .alias("p")
              .example("perc50(x)", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "5.5")
              .example("p95(x)", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "9.55")
              .accumulator(AggregateFunctions::percentile),
          percentile("exactperc", "Percentile without an estimate")
              .example("exactperc25(x)", "1, 2, 3, 4, 5", "2")
              .accumulator(AggregateFunctions::percentile),
          percentile("upperperc", "Upper bound of a percentile, which is exact here")
              .example("upperperc99.5(x)", "1, 2, 3", "2.99")
              .accumulator(AggregateFunctions::percentile),
          named("mode", "Most frequent value")
              .returns(type -> STRING)
              .example("mode(x)", "a, b, b", "b")
              .accumulator(context -> new ModeAccumulator()),
          named("first", "Value of the first row that has one")
              .returns(AggregateFunctions::valueOf)
              .orderSensitive()
              .example("first(x)", "null, b, c", "b")
              .accumulator(FirstLastAccumulator::first),
          named("last", "Value of the last row that has one")
              .returns(AggregateFunctions::valueOf)
              .orderSensitive()
              .example("last(x)", "a, b, null", "b")
              .accumulator(FirstLastAccumulator::last),
          timed("earliest", "Value of the earliest row that has one")
              .returns(AggregateFunctions::valueOf)
              .example("earliest(x)", "c, b, a", "a")
              .accumulator(context -> new EarliestLatestAccumulator(context, true, false)),
          timed("latest", "Value of the latest row that has one")
              .returns(AggregateFunctions::valueOf)
              .example("latest(x)", "null, b, a", "b")
              .accumulator(context -> new EarliestLatestAccumulator(context, false, false)),
          timed("earliest_time", "Time of the earliest row that has a value")
              .returns(type -> STRING)
              .example("earliest_time(x)", "c, b, a", "998.000000")
              .accumulator(context -> new EarliestLatestAccumulator(context, true, true)),
          timed("latest_time", "Time of the latest row that has a value")
              .returns(type -> STRING)
              .example("latest_time(x)", "c, b, a", "1000.000000")
              .accumulator(context -> new EarliestLatestAccumulator(context, false, true)),
          timed("rate", "Growth of a counter by the second")
              .example("rate(x)", "30, 25, 10", "10")
              .accumulator(RateAccumulator::new),
          named("values", "Distinct values in the order of their UTF-8 bytes")
              .returns(type -> SplType.multivalue(STRING))
              .example("values(x)", "1, 10, 2, 1", "[1, 10, 2]")
              .accumulator(context -> new ValuesAccumulator()),
          named("list", "First " + ListAccumulator.MAX_VALUES + " values in row order")
              .returns(type -> SplType.multivalue(STRING))
              .orderSensitive()
              .example("list(x)", "b, a, b", "[b, a, b]")
              .accumulator(context -> new ListAccumulator()),
          timed(SPARKLINE, "Results of a function in each step of time, to be drawn in a cell")
              .optionalArgument()
              .returns(type -> SplType.multivalue(STRING))
              .example(
                  "sparkline(count(x), 1s)", "4, null, 2, 1", "[##__SPARKLINE__##, 1, 1, 0, 1]")
              .accumulator(
                  context -> new SparklineAccumulator(COUNT, context, SparklineSteps.OF_ROWS)));

  private AggregateFunctions() {}

  /** Returns all aggregations, family by family. */
  public static List<AggregateFunction> all() {
    return ALL;
  }

  /** Returns all aggregations by name. */
  public static AggregateFunctionTable table() {
    return new AggregateFunctionTable(ALL);
  }

  /** Returns what gives the results of a function in each step of time. */
  public static AggregateFunction sparkline(AggregateFunction points, SparklineSteps steps) {
    return named(SPARKLINE, "Results of " + points.name() + " in each step of time")
        .needsTime()
        .optionalArgument()
        .returns(type -> SplType.multivalue(STRING))
        .accumulator(context -> new SparklineAccumulator(points, context, steps));
  }

  private static AggregateFunction.Builder percentile(String name, String summary) {
    return named(name, summary).numberInName();
  }

  private static AggregateFunction.Builder timed(String name, String summary) {
    return named(name, summary).needsTime().orderSensitive();
  }

  private static MomentsAccumulator moments(AggregateContext context, MomentsAccumulator.Of of) {
    return new MomentsAccumulator(context, of);
  }

  private static PercentileAccumulator percentile(AggregateContext context) {
    return new PercentileAccumulator(
        context, PercentileAccumulator.PERCENTILE, context.parameter());
  }

  /** The type of one of the values: a boolean counts as a number (spl-semantics §4.2). */
  private static SplType valueOf(SplType type) {
    if (type instanceof SplType.Multivalue list) {
      return valueOf(list.of());
    }
    return type instanceof SplType.Bool ? NUMBER : type;
  }
}
