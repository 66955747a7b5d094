package karst.export.dialect;

import static karst.export.SqlShape.LIST;

import karst.export.AggregateArguments;
import karst.export.AggregateRenderings;
import karst.export.Sql;
import karst.export.StandardAggregates;
import org.apache.calcite.rex.RexNode;

/** What SPL's aggregations are in Spark. Windows take neither DISTINCT nor FILTER there. */
final class SparkAggregates {
  private SparkAggregates() {}

  static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("dc", SparkAggregates::distinctCount)
        .with("estdc", SparkAggregates::distinctCount)
        .with("min", call -> extreme(call, "min"))
        .with("max", call -> extreme(call, "max"))
        .with("values", SparkAggregates::values)
        .withAll(StandardAggregates.table());
  }

  private static RexNode distinctCount(AggregateArguments call) {
    StandardAggregates.requireGroups(call, "`dc`");
    return StandardAggregates.distinctCount(call);
  }

  private static RexNode extreme(AggregateArguments call, String plain) {
    if (!Sql.shape(call.single()).isNumeric()) {
      StandardAggregates.requireGroups(call, "`" + plain + "` of texts");
    }
    return StandardAggregates.extreme(
        call, plain, plain + "_by({0}, struct({1}, {0})) FILTER (WHERE {1} IS NOT NULL)");
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
    return StandardAggregates.values(call, "collect_set({0})", "sort_array({0})");
  }
}
