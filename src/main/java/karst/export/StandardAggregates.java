package karst.export;

import static karst.export.SqlShape.INTEGER;
import static karst.export.SqlShape.LIST;
import static karst.export.SqlShape.NUMBER;
import static karst.export.SqlShape.TEXT;

import java.util.List;
import org.apache.calcite.rex.RexNode;

/** The aggregations that mean the same in every dialect, and what those that differ share. */
public final class StandardAggregates {
  private StandardAggregates() {}

  /** Returns their table. */
  public static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("count", StandardAggregates::count)
        .with("dc", StandardAggregates::distinctCount)
        .with("estdc", StandardAggregates::distinctCount)
        .ofNumbers("sum", "sum({0})")
        .ofNumbers("avg", "avg({0})")
        .ofNumbers("sumsq", "sum({0} * {0})")
        .with("range", StandardAggregates::range)
        .with("stdev", call -> ofSample(call, "stddev_samp({0})"))
        .ofNumbers("stdevp", "stddev_pop({0})")
        .with("var", call -> ofSample(call, "var_samp({0})"))
        .ofNumbers("varp", "var_pop({0})")
        .with("earliest", call -> ofTime(call, "min({0})"))
        .with("latest", call -> ofTime(call, "max({0})"));
  }

  /** Returns how many rows there are, or how many of them have a value. */
  public static RexNode count(AggregateArguments call) {
    return call.isOfRows()
        ? call.aggregate(INTEGER, "count(*)")
        : call.aggregate(INTEGER, "count({0})", call.single());
  }

  /** Returns how many different values there are. */
  public static RexNode distinctCount(AggregateArguments call) {
    return call.aggregate(INTEGER, "count(DISTINCT {0})", call.single());
  }

  /** Returns the argument as a number: only what is one counts, and {@code nan} is none. */
  public static RexNode number(AggregateArguments call) {
    RexNode value = call.single();
    Sql sql = call.sql();
    RexNode number = sql.toDouble(value);
    return Sql.shape(value) == TEXT ? sql.call(NUMBER, sql.dialect().withoutNan(), number) : number;
  }

  private static RexNode range(AggregateArguments call) {
    RexNode number = number(call);
    return call.sql()
        .call(
            NUMBER,
            "{0} - {1}",
            call.aggregate(NUMBER, "max({0})", number),
            call.aggregate(NUMBER, "min({0})", number));
  }

  /** Returns how much the numbers of a sample deviate: one alone deviates by 0, not by null. */
  public static RexNode ofSample(AggregateArguments call, String template) {
    RexNode number = number(call);
    return call.sql()
        .call(
            NUMBER,
            "CASE WHEN {0} = 1 THEN 0 ELSE {1} END",
            call.aggregate(INTEGER, "count({0})", number),
            call.aggregate(NUMBER, template, number));
  }

  /** Returns the earliest or latest time; another value would be that of a row, which has none. */
  private static RexNode ofTime(AggregateArguments call, String template) {
    RexNode value = call.single();
    if (!value.equals(call.time())) {
      throw new ExportRefusal("rows of one time have no order in a database");
    }
    return call.aggregate(Sql.shape(value), template, value);
  }

  /**
   * Returns the smallest or largest value as it is written: numbers are smaller than other texts.
   *
   * @param plain {@code min} or {@code max}
   * @param byNumber the template of the value {@code {0}} with the smallest or largest number
   *     {@code {1}}, of several the smallest or largest text
   */
  public static RexNode extreme(AggregateArguments call, String plain, String byNumber) {
    RexNode value = call.single();
    SqlShape shape = Sql.shape(value);
    if (shape.isNumeric()) {
      return call.aggregate(shape, plain + "({0})", value);
    }
    Sql sql = call.sql();
    RexNode number = number(call);
    RexNode ofNumbers = call.aggregate(TEXT, byNumber, value, number);
    RexNode ofTexts =
        call.aggregate(
            TEXT, plain + "(CASE WHEN {1} IS NULL THEN {0} END)", sql.byBytes(value), number);
    return plain.equals("min")
        ? sql.firstPresent(ofNumbers, ofTexts)
        : sql.firstPresent(ofTexts, ofNumbers);
  }

  /**
   * Returns all different values in the order of their bytes, null for none.
   *
   * @param distinct the template of an aggregation: the list of different texts, which may be empty
   * @param sorted the template of a list in the order of the bytes of its texts
   */
  public static RexNode values(AggregateArguments call, String distinct, String sorted) {
    Sql sql = call.sql();
    RexNode value = sql.toText(call.single());
    return sql.choice(
        List.of(
            sql.call(SqlShape.TRUTH, "{0} > 0", call.aggregate(INTEGER, "count({0})", value)),
            sql.call(LIST, sorted, call.aggregate(LIST, distinct, sql.byBytes(value))),
            sql.nothing(LIST)));
  }

  /**
   * Refuses an aggregation beside each row, of which windows can say less than groups.
   *
   * @param what such as {@code `dc`}
   * @throws ExportRefusal if the call is a window
   */
  public static void requireGroups(AggregateArguments call, String what) {
    if (call.isWindow()) {
      throw call.sql().dialect().refusal(what + " beside each row");
    }
  }
}
