package karst.export.dialect;

import static karst.export.SqlShape.INTEGER;
import static karst.export.SqlShape.LIST;
import static karst.export.SqlShape.NUMBER;
import static karst.export.SqlShape.TEXT;

import java.util.List;
import karst.export.AggregateArguments;
import karst.export.AggregateRenderings;
import karst.export.ExportRefusal;
import karst.export.Sql;
import karst.export.SqlShape;
import org.apache.calcite.rex.RexNode;

/** What SPL's aggregations are in Spark. Windows take neither DISTINCT nor FILTER there. */
final class SparkAggregates {
  private SparkAggregates() {}

  static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("count", SparkAggregates::count)
        .with("dc", SparkAggregates::distinctCount)
        .with("estdc", SparkAggregates::distinctCount)
        .with("sum", call -> ofNumbers(call, "sum({0})"))
        .with("avg", call -> ofNumbers(call, "avg({0})"))
        .with("sumsq", call -> ofNumbers(call, "sum({0} * {0})"))
        .with("stdev", call -> ofSample(call, "stddev_samp({0})"))
        .with("stdevp", call -> ofNumbers(call, "stddev_pop({0})"))
        .with("var", call -> ofSample(call, "var_samp({0})"))
        .with("varp", call -> ofNumbers(call, "var_pop({0})"))
        .with("min", call -> extreme(call, "min"))
        .with("max", call -> extreme(call, "max"))
        .with("earliest", call -> ofTime(call, "min({0})"))
        .with("latest", call -> ofTime(call, "max({0})"))
        .with("values", SparkAggregates::values);
  }

  private static void requireGroups(AggregateArguments call, String what) {
    if (call.isWindow()) {
      throw new ExportRefusal("spark has no exact equal of " + what + " beside each row");
    }
  }

  private static RexNode count(AggregateArguments call) {
    if (call.isOfRows()) {
      return call.aggregate(INTEGER, "count(*)");
    }
    return call.aggregate(INTEGER, "count({0})", call.single());
  }

  private static RexNode distinctCount(AggregateArguments call) {
    requireGroups(call, "`dc`");
    return call.aggregate(INTEGER, "count(DISTINCT {0})", call.single());
  }

  /** Only what is a number counts, and {@code nan} is none. */
  private static RexNode number(AggregateArguments call) {
    RexNode value = call.single();
    RexNode number = call.sql().toDouble(value);
    return Sql.shape(value) == TEXT
        ? call.sql().call(NUMBER, "nullif({0}, CAST('NaN' AS DOUBLE))", number)
        : number;
  }

  private static RexNode ofNumbers(AggregateArguments call, String template) {
    return call.aggregate(NUMBER, template, number(call));
  }

  /** One number deviates by 0, not by null. */
  private static RexNode ofSample(AggregateArguments call, String template) {
    RexNode number = number(call);
    return call.sql()
        .call(
            NUMBER,
            "CASE WHEN {0} = 1 THEN 0 ELSE {1} END",
            call.aggregate(INTEGER, "count({0})", number),
            call.aggregate(NUMBER, template, number));
  }

  /** Numbers are smaller than other texts; the answer is the text of the value. */
  private static RexNode extreme(AggregateArguments call, String plain) {
    RexNode value = call.single();
    SqlShape shape = Sql.shape(value);
    if (shape.isNumeric()) {
      return call.aggregate(shape, plain + "({0})", value);
    }
    requireGroups(call, "`" + plain + "` of texts");
    RexNode ofNumbers =
        call.aggregate(
            TEXT,
            plain + "_by({0}, struct({1}, {0})) FILTER (WHERE {1} IS NOT NULL)",
            value,
            number(call));
    RexNode ofTexts =
        call.aggregate(TEXT, plain + "({0}) FILTER (WHERE {1} IS NULL)", value, number(call));
    return plain.equals("min")
        ? call.sql().firstPresent(ofNumbers, ofTexts)
        : call.sql().firstPresent(ofTexts, ofNumbers);
  }

  private static RexNode ofTime(AggregateArguments call, String template) {
    RexNode value = call.single();
    if (!value.equals(call.time())) {
      throw new ExportRefusal("rows of one time have no order in a database");
    }
    return call.aggregate(Sql.shape(value), template, value);
  }

  /** In the order of their bytes; an empty array is no value. */
  private static RexNode values(AggregateArguments call) {
    Sql sql = call.sql();
    if (Sql.shape(call.value()) == LIST) {
      return sql.call(
          LIST,
          "nullif(sort_array(array_distinct({0})), CAST(array() AS ARRAY<STRING>))",
          sql.call(LIST, "flatten({0})", call.aggregate(LIST, "collect_list({0})", call.value())));
    }
    RexNode value = sql.toText(call.single());
    return sql.choice(
        List.of(
            sql.call(SqlShape.TRUTH, "{0} > 0", call.aggregate(INTEGER, "count({0})", value)),
            sql.call(LIST, "sort_array({0})", call.aggregate(LIST, "collect_set({0})", value)),
            sql.nothing(LIST)));
  }
}
