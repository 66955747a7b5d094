package karst.export.dialect;

import static karst.export.SqlShape.LIST;

import java.util.ArrayList;
import java.util.List;
import karst.export.AggregateArguments;
import karst.export.AggregateRenderings;
import karst.export.Sql;
import karst.export.StandardAggregates;
import org.apache.calcite.rex.RexNode;

/** What SPL's aggregations are in PostgreSQL, whose windows take neither DISTINCT nor ORDER BY. */
final class PostgresAggregates {
  private static final String PRESENT = " FILTER (WHERE {0} IS NOT NULL)";

  private PostgresAggregates() {}

  static AggregateRenderings table() {
    return new AggregateRenderings()
        .with("dc", PostgresAggregates::distinctCount)
        .with("estdc", PostgresAggregates::distinctCount)
        .with("min", call -> extreme(call, "min", ""))
        .with("max", call -> extreme(call, "max", " DESC"))
        .with("values", PostgresAggregates::values)
        .with("list", PostgresAggregates::list)
        .with("first", call -> firstOf(call, call.order(), ""))
        .with("last", call -> firstOf(call, call.order(), " DESC"))
        .with("earliest", call -> byTime(call, "min", "", " DESC"))
        .with("latest", call -> byTime(call, "max", " DESC", ""))
        .withAll(StandardAggregates.table());
  }

  private static RexNode distinctCount(AggregateArguments call) {
    StandardAggregates.requireGroups(call, "`dc`");
    return StandardAggregates.distinctCount(call);
  }

  private static RexNode extreme(AggregateArguments call, String plain, String direction) {
    if (!Sql.shape(call.single()).isNumeric()) {
      StandardAggregates.requireGroups(call, "`" + plain + "` of texts");
    }
    return StandardAggregates.extreme(
        call,
        plain,
        "(array_agg({0} ORDER BY {1}%1$s, {0} COLLATE \"C\"%1$s) FILTER (WHERE {1} IS NOT NULL))[1]"
            .formatted(direction));
  }

  private static RexNode values(AggregateArguments call) {
    StandardAggregates.requireGroups(call, "`values`");
    Sql sql = call.sql();
    return call.aggregate(
        LIST,
        "array_agg(DISTINCT {0} ORDER BY {0})" + PRESENT,
        sql.byBytes(sql.toText(call.single())));
  }

  private static RexNode list(AggregateArguments call) {
    StandardAggregates.requireGroups(call, "`list`");
    RexNode value = call.sql().toText(call.single());
    List<RexNode> order = call.order();
    String template = "(array_agg({0} ORDER BY " + keys(order, 1, "") + ")" + PRESENT + ")[1:100]";
    return call.aggregate(LIST, template, operands(value, order));
  }

  private static RexNode firstOf(AggregateArguments call, List<RexNode> order, String direction) {
    StandardAggregates.requireGroups(call, "a value by the order of rows");
    RexNode value = call.single();
    String template =
        "(array_agg({0} ORDER BY " + keys(order, 1, direction) + ")" + PRESENT + ")[1]";
    return call.aggregate(Sql.shape(value), template, operands(value, order));
  }

  /** The value at the earliest or latest time; a row without a time gives way to one with it. */
  private static RexNode byTime(
      AggregateArguments call, String plain, String direction, String among) {
    RexNode value = call.single();
    if (value.equals(call.time())) {
      return call.aggregate(Sql.shape(value), plain + "({0})", value);
    }
    StandardAggregates.requireGroups(call, "a value by the order of rows");
    List<RexNode> order = new ArrayList<>(List.of(call.time()));
    order.addAll(call.order());
    String template =
        "(array_agg({0} ORDER BY {1} IS NULL, {1}"
            + direction
            + ", "
            + keys(call.order(), 2, among)
            + ")"
            + PRESENT
            + ")[1]";
    return call.aggregate(Sql.shape(value), template, operands(value, order));
  }

  private static String keys(List<RexNode> order, int first, String direction) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      keys.add("{" + (first + i) + "}" + direction + " NULLS LAST");
    }
    return String.join(", ", keys);
  }

  private static RexNode[] operands(RexNode value, List<RexNode> order) {
    List<RexNode> operands = new ArrayList<>(List.of(value));
    operands.addAll(order);
    return operands.toArray(RexNode[]::new);
  }
}
