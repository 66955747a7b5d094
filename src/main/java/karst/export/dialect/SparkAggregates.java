package karst.export.dialect;

import static karst.export.SqlShape.INTEGER;
import static karst.export.SqlShape.LIST;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karst.export.AggregateArguments;
import karst.export.AggregateRenderings;
import karst.export.ExportRefusal;
import karst.export.Sql;
import karst.export.StandardAggregates;
import org.apache.calcite.rex.RexNode;

/** What SPL's aggregations are in Spark. Windows take neither DISTINCT nor FILTER there. */
final class SparkAggregates {
  private SparkAggregates() {}

  static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("count", SparkAggregates::count)
        .with("dc", SparkAggregates::distinctCount)
        .with("estdc", SparkAggregates::distinctCount)
        .with("min", call -> extreme(call, "min"))
        .with("max", call -> extreme(call, "max"))
        .with("earliest", call -> byTime(call, "min"))
        .with("latest", call -> byTime(call, "max"))
        .with("first", call -> byOrder(call, "min"))
        .with("last", call -> byOrder(call, "max"))
        .with("list", SparkAggregates::list)
        .with("values", SparkAggregates::values)
        .withAll(StandardAggregates.table());
  }

  private static RexNode count(AggregateArguments call) {
    if (call.isOfRows()) {
      return call.aggregate(INTEGER, "count(*)");
    }
    return Sql.shape(call.value()) == LIST
        ? call.sql()
            .call(
                INTEGER,
                "coalesce({0}, 0)",
                call.aggregate(INTEGER, "sum(size({0}))", call.value()))
        : call.aggregate(INTEGER, "count({0})", call.value());
  }

  private static RexNode distinctCount(AggregateArguments call) {
    if (Sql.shape(call.value()) == LIST) {
      return call.sql().call(INTEGER, "size(array_distinct({0}))", all(call));
    }
    return call.isWindow()
        ? call.sql()
            .call(INTEGER, "size({0})", call.aggregate(LIST, "collect_set({0})", call.single()))
        : call.aggregate(INTEGER, "count(DISTINCT {0})", call.single());
  }

  /** All values of lists. */
  private static RexNode all(AggregateArguments call) {
    RexNode lists = call.aggregate(LIST, "collect_list({0})", call.value());
    return call.sql().call(LIST, "flatten({0})", lists);
  }

  private static RexNode extreme(AggregateArguments call, String plain) {
    if (!Sql.shape(call.single()).isNumeric()) {
      StandardAggregates.requireGroups(call, "`" + plain + "` of texts");
    }
    return StandardAggregates.extreme(
        call, plain, plain + "_by({0}, struct({1}, {0})) FILTER (WHERE {1} IS NOT NULL)");
  }

  /** The first or the last value, by what the rows are sorted by. */
  private static RexNode byOrder(AggregateArguments call, String extreme) {
    List<RexNode> order = call.order();
    RexNode value = call.single();
    List<RexNode> operands = new ArrayList<>(List.of(value));
    operands.addAll(order);
    return call.aggregate(
        Sql.shape(value),
        whereThere(extreme + "_by({v}, " + keys(1, order.size()) + ")", call),
        operands.toArray(RexNode[]::new));
  }

  /** What is sorted by as one value; null, which is the smallest there, comes last. */
  private static String keys(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> "{" + i + "} IS NULL, {" + i + "}")
        .collect(Collectors.joining(", ", "struct(", ")"));
  }

  /** An aggregation of the rows that have a value; windows take no FILTER, but pass over nulls. */
  private static String whereThere(String template, AggregateArguments call) {
    StandardAggregates.requireGroups(call, "what depends on the order of rows");
    return template.replace("{v}", "{0}") + " FILTER (WHERE {0} IS NOT NULL)";
  }

  /** The value at the earliest or latest time; of several, that of the first row. */
  private static RexNode byTime(AggregateArguments call, String extreme) {
    RexNode value = call.single();
    if (value.equals(call.time())) {
      return call.aggregate(Sql.shape(value), extreme + "({0})", value);
    }
    List<RexNode> order = call.order();
    if (order.size() != 1) {
      throw new ExportRefusal("the order of rows is one of several columns");
    }
    // A row without a time gives way to one with a time.
    String timed = extreme.equals("min") ? "{1} IS NULL" : "{1} IS NOT NULL";
    return call.aggregate(
        Sql.shape(value),
        whereThere(extreme + "_by({v}, struct(" + timed + ", {1}, -{2}))", call),
        value,
        call.time(),
        order.get(0));
  }

  /** The first hundred values in the order of the rows. */
  private static RexNode list(AggregateArguments call) {
    List<RexNode> order = call.order();
    List<RexNode> operands = new ArrayList<>(List.of(call.sql().toText(call.single())));
    operands.addAll(order);
    String rows = "collect_list(struct(" + keys(1, order.size()) + " AS k, {v} AS v))";
    RexNode sorted =
        call.aggregate(
            LIST,
            "slice(transform(array_sort(" + whereThere(rows, call) + "), e -> e.v), 1, 100)",
            operands.toArray(RexNode[]::new));
    return call.sql().call(LIST, "nullif({0}, CAST(array() AS ARRAY<STRING>))", sorted);
  }

  /** In the order of their bytes; an empty array is no value. */
  private static RexNode values(AggregateArguments call) {
    Sql sql = call.sql();
    if (Sql.shape(call.value()) == LIST) {
      return sql.call(
          LIST,
          "nullif(sort_array(array_distinct({0})), CAST(array() AS ARRAY<STRING>))",
          all(call));
    }
    return StandardAggregates.values(call, "collect_set({0})", "sort_array({0})");
  }
}
