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
import karst.export.StandardAggregates;
import org.apache.calcite.rex.RexNode;

/** What SPL's aggregations are in DuckDB. */
final class DuckDbAggregates {
  private DuckDbAggregates() {}

  static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("count", DuckDbAggregates::count)
        .with("dc", DuckDbAggregates::distinctCount)
        .with("estdc", DuckDbAggregates::distinctCount)
        .with("min", call -> extreme(call, "min", "arg_min"))
        .with("max", call -> extreme(call, "max", "arg_max"))
        .with("values", DuckDbAggregates::values)
        .with("list", DuckDbAggregates::list)
        .with("earliest", call -> byTime(call, "min", "arg_min"))
        .with("latest", call -> byTime(call, "max", "arg_max"))
        .with("first", call -> byOrder(call, "arg_min"))
        .with("last", call -> byOrder(call, "arg_max"))
        .withAll(StandardAggregates.table());
  }

  private static RexNode count(AggregateArguments call) {
    return !call.isOfRows() && Sql.shape(call.value()) == LIST
        ? call.sql()
            .call(
                INTEGER,
                "coalesce(CAST({0} AS BIGINT), 0)",
                call.aggregate(INTEGER, "sum(len({0}))", call.value()))
        : StandardAggregates.count(call);
  }

  private static RexNode distinctCount(AggregateArguments call) {
    return Sql.shape(call.value()) == LIST
        ? call.sql().call(INTEGER, "coalesce(len(list_distinct({0})), 0)", all(call))
        : StandardAggregates.distinctCount(call);
  }

  /** All values of lists; null for none. */
  private static RexNode all(AggregateArguments call) {
    return call.sql().call(LIST, "flatten({0})", call.aggregate(LIST, "list({0})", call.value()));
  }

  private static RexNode extreme(AggregateArguments call, String plain, String by) {
    return Sql.shape(call.value()) == LIST
        ? extremeOfLists(call, plain)
        : StandardAggregates.extreme(
            call, plain, by + "({0}, ({1}, {0})) FILTER (WHERE {1} IS NOT NULL)");
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
