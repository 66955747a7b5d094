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

/** What SPL's aggregations are in DuckDB. */
final class DuckDbAggregates {
  private DuckDbAggregates() {}

  static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("count", DuckDbAggregates::count)
        .with("dc", DuckDbAggregates::distinctCount)
        .with("estdc", DuckDbAggregates::distinctCount)
        .with("sum", call -> ofNumbers(call, "sum({0})"))
        .with("avg", call -> ofNumbers(call, "avg({0})"))
        .with("sumsq", call -> ofNumbers(call, "sum({0} * {0})"))
        .with("range", DuckDbAggregates::range)
        .with("stdev", call -> ofSample(call, "stddev_samp({0})"))
        .with("stdevp", call -> ofNumbers(call, "stddev_pop({0})"))
        .with("var", call -> ofSample(call, "var_samp({0})"))
        .with("varp", call -> ofNumbers(call, "var_pop({0})"))
        .with("min", call -> extreme(call, "min", "arg_min"))
        .with("max", call -> extreme(call, "max", "arg_max"))
        .with("values", DuckDbAggregates::values)
        .with("list", DuckDbAggregates::list)
        .with("earliest", call -> byTime(call, "min", "arg_min"))
        .with("latest", call -> byTime(call, "max", "arg_max"))
        .with("first", call -> byOrder(call, "arg_min"))
        .with("last", call -> byOrder(call, "arg_max"));
  }

  private static RexNode count(AggregateArguments call) {
    if (call.isOfRows()) {
      return call.aggregate(INTEGER, "count(*)");
    }
    return Sql.shape(call.value()) == LIST
        ? call.sql()
            .call(
                INTEGER,
                "coalesce(CAST({0} AS BIGINT), 0)",
                call.aggregate(INTEGER, "sum(len({0}))", call.value()))
        : call.aggregate(INTEGER, "count({0})", call.value());
  }

  private static RexNode distinctCount(AggregateArguments call) {
    return Sql.shape(call.value()) == LIST
        ? call.sql().call(INTEGER, "coalesce(len(list_distinct({0})), 0)", all(call))
        : call.aggregate(INTEGER, "count(DISTINCT {0})", call.single());
  }

  /** All values of lists; null for none. */
  private static RexNode all(AggregateArguments call) {
    return call.sql().call(LIST, "flatten({0})", call.aggregate(LIST, "list({0})", call.value()));
  }

  /** Only what is a number counts, and {@code nan} is none. */
  private static RexNode number(AggregateArguments call) {
    RexNode value = call.single();
    RexNode number = call.sql().toDouble(value);
    return Sql.shape(value) == TEXT
        ? call.sql().call(NUMBER, "nullif({0}, CAST('nan' AS DOUBLE))", number)
        : number;
  }

  private static RexNode ofNumbers(AggregateArguments call, String template) {
    return call.aggregate(NUMBER, template, number(call));
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
  private static RexNode extreme(AggregateArguments call, String plain, String by) {
    if (Sql.shape(call.value()) == LIST) {
      return extremeOfLists(call, plain);
    }
    RexNode value = call.single();
    SqlShape shape = Sql.shape(value);
    if (shape.isNumeric()) {
      return call.aggregate(shape, plain + "({0})", value);
    }
    RexNode ofNumbers =
        call.aggregate(
            TEXT, by + "({0}, ({1}, {0})) FILTER (WHERE {1} IS NOT NULL)", value, number(call));
    RexNode ofTexts =
        call.aggregate(TEXT, plain + "({0}) FILTER (WHERE {1} IS NULL)", value, number(call));
    return plain.equals("min")
        ? call.sql().firstPresent(ofNumbers, ofTexts)
        : call.sql().firstPresent(ofTexts, ofNumbers);
  }

  private static RexNode extremeOfLists(AggregateArguments call, String plain) {
    Sql sql = call.sql();
    RexNode all = all(call);
    String number = sql.dialect().numberOfText().replace("{0}", "v");
    RexNode ofTexts =
        sql.call(
            TEXT, "list_" + plain + "(list_filter({0}, lambda v: " + number + " IS NULL))", all);
    RexNode best =
        sql.call(NUMBER, "list_" + plain + "(list_transform({0}, lambda v: " + number + "))", all);
    RexNode ofNumbers =
        sql.call(TEXT, "list_min(list_filter({0}, lambda v: " + number + " = {1}))", all, best);
    return plain.equals("min")
        ? sql.firstPresent(ofNumbers, ofTexts)
        : sql.firstPresent(ofTexts, ofNumbers);
  }

  /** In the order of their bytes. */
  private static RexNode values(AggregateArguments call) {
    RexNode value = call.value();
    return Sql.shape(value) == LIST
        ? call.sql().call(LIST, "nullif(list_sort(list_distinct({0})), [])", all(call))
        : call.aggregate(
            LIST,
            "list(DISTINCT {0} ORDER BY {0}) FILTER (WHERE {0} IS NOT NULL)",
            call.sql().toText(call.single()));
  }

  private static RexNode list(AggregateArguments call) {
    List<RexNode> order = call.order();
    RexNode[] operands = new RexNode[order.size() + 1];
    operands[0] = call.sql().toText(call.single());
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < order.size(); i++) {
      operands[i + 1] = order.get(i);
      keys.append(i == 0 ? "" : ", ").append("{").append(i + 1).append("} NULLS LAST");
    }
    String template = "list({0} ORDER BY " + keys + ") FILTER (WHERE {0} IS NOT NULL)";
    return call.sql().call(LIST, "{0}[1:100]", call.aggregate(LIST, template, operands));
  }

  private static RexNode byOrder(AggregateArguments call, String function) {
    List<RexNode> order = call.order();
    if (order.size() != 1) {
      throw new ExportRefusal("the order of rows is one of several columns");
    }
    RexNode value = call.single();
    return call.aggregate(
        Sql.shape(value),
        function + "({0}, {1}) FILTER (WHERE {0} IS NOT NULL)",
        value,
        order.get(0));
  }

  /** The value at the earliest or latest time; of several, that of the first row. */
  private static RexNode byTime(AggregateArguments call, String plain, String by) {
    RexNode value = call.single();
    if (value.equals(call.time())) {
      return call.aggregate(Sql.shape(value), plain + "({0})", value);
    }
    List<RexNode> order = call.order();
    if (order.size() != 1) {
      throw new ExportRefusal("the order of rows is one of several columns");
    }
    // A row without a time gives way to one with a time.
    String timed = plain.equals("min") ? "{1} IS NULL" : "{1} IS NOT NULL";
    return call.aggregate(
        Sql.shape(value),
        by + "({0}, (" + timed + ", {1}, -{2})) FILTER (WHERE {0} IS NOT NULL)",
        value,
        call.time(),
        order.get(0));
  }
}
