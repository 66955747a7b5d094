package karst.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import karst.plan.OrderKey;
import karst.plan.SortOrder;
import karst.plan.rel.SplSort;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Turns SPL's orders into keys that SQL sorts by. */
final class SortTranslator {
  private final PlanTranslator plans;
  private final Sql sql;

  SortTranslator(PlanTranslator plans) {
    this.plans = plans;
    this.sql = plans.sql();
  }

  Rows translate(SplSort sort, boolean ordered) {
    boolean limited = sort.fetch != null;
    if (!ordered && !limited) {
      return plans.translate(sort.getInput(), false);
    }
    Rows input = plans.settled(sort.getInput(), true);
    Rows rows = withHelpers(sort, input);
    int width = input.columns().size();
    List<Rows.RowKey> keys = new ArrayList<>();
    List<RexNode> sorted = new ArrayList<>();
    int next = width;
    for (OrderKey key : sort.keys()) {
      RexNode value = rows.columns().get(key.column());
      sorted.add(value);
      int count = helpers(key, value).size();
      addKeys(key, value, rows.columns().subList(next, next + count), keys);
      next += count;
    }
    boolean total = rows.total() || (!rows.unique().isEmpty() && sorted.containsAll(rows.unique()));
    if (!total || rows.total()) {
      keys.addAll(rows.order());
    }
    Rows result =
        new Rows(rows.node(), rows.columns().subList(0, width), keys, total, rows.unique(), null);
    return limited ? plans.firstRows(result, 0, sort.limit()) : result;
  }

  /** Adds columns for what texts are compared as: a key mentions them more than once. */
  private Rows withHelpers(SplSort sort, Rows rows) {
    List<RexNode> values = new ArrayList<>(rows.columns());
    List<String> names = new ArrayList<>();
    for (OrderKey key : sort.keys()) {
      for (RexNode helper : helpers(key, rows.columns().get(key.column()))) {
        values.add(helper);
        names.add("$" + sort.getRowType().getFieldNames().get(key.column()));
      }
    }
    return names.isEmpty()
        ? rows
        : rows.withNode(Boundary.above(rows.node()))
            .project(values, PlanTranslator.names(sort, names));
  }

  /** Returns what a text is compared as: a number, an address. */
  private List<RexNode> helpers(OrderKey key, RexNode value) {
    if (Sql.shape(value) != SqlShape.TEXT) {
      return List.of();
    }
    return switch (key.order()) {
      case COLUMN, NUMERIC -> List.of(sql.toNumber(value));
      case AUTO ->
          List.of(
              sql.toNumber(value), sql.call(SqlShape.TEXT, sql.dialect().addressOrder(), value));
      case IP -> List.of(sql.call(SqlShape.TEXT, sql.dialect().addressOrder(), value));
      case TEXT -> List.of();
    };
  }

  private void addKeys(OrderKey key, RexNode value, List<RexNode> helpers, List<Rows.RowKey> keys) {
    if (Sql.shape(value) == SqlShape.LIST) {
      throw sql.dialect().refusal("an order by several values");
    }
    boolean down = key.descending();
    if (helpers.isEmpty()) {
      boolean texts = key.order() == SortOrder.TEXT || key.order() == SortOrder.IP;
      keys.add(new Rows.RowKey(sql.byBytes(texts ? sql.toText(value) : value), down));
      return;
    }
    RexNode first = helpers.get(0);
    switch (key.order()) {
      case COLUMN -> {
        keys.add(new Rows.RowKey(whereAllAreNumbers(first, value), down));
        keys.add(new Rows.RowKey(sql.byBytes(value), down));
      }
      case NUMERIC -> {
        keys.add(new Rows.RowKey(rank(value, List.of(first)), down));
        keys.add(new Rows.RowKey(first, down));
      }
      case AUTO, IP -> {
        keys.add(new Rows.RowKey(rank(value, helpers), down));
        helpers.forEach(helper -> keys.add(new Rows.RowKey(helper, down)));
        keys.add(new Rows.RowKey(sql.byBytes(whereNone(helpers, value)), down));
      }
      case TEXT -> throw new IllegalStateException("texts are compared as they are");
    }
  }

  /** The numbers of a column of which every value is one, else null (spl-semantics §4.4). */
  private RexNode whereAllAreNumbers(RexNode number, RexNode value) {
    RexNode same = sql.compare(SqlStdOperatorTable.EQUALS, countOver(number), countOver(value));
    return sql.choice(List.of(same, number, sql.nothing(SqlShape.NUMBER)));
  }

  private RexNode countOver(RexNode value) {
    return WindowTranslator.over(
        sql, SqlShape.INTEGER, "count({0})", List.of(value), List.of(), List.of());
  }

  /** Which of several things a value is, in their order; null is none. */
  private RexNode rank(RexNode value, List<RexNode> helpers) {
    List<RexNode> operands = new ArrayList<>();
    int rank = 0;
    for (RexNode helper : helpers) {
      operands.add(sql.isPresent(helper));
      operands.add(sql.number(BigDecimal.valueOf(rank++)));
    }
    operands.add(sql.isPresent(value));
    operands.add(sql.number(BigDecimal.valueOf(rank)));
    operands.add(sql.nothing(SqlShape.INTEGER));
    return sql.choice(operands);
  }

  /** A text that is compared as such. */
  private RexNode whereNone(List<RexNode> helpers, RexNode value) {
    List<RexNode> present = helpers.stream().map(sql::isPresent).toList();
    return sql.choice(
        List.of(sql.junction(Junction.OR, present), sql.nothing(SqlShape.TEXT), value));
  }

  /** Returns rows that are cut off at their limit, by an inner sort; their keys are columns. */
  static Rows limited(Rows rows) {
    Rows.RowRange range = rows.limit();
    if (range == null) {
      return rows;
    }
    Rows settled =
        new Rows(rows.node(), rows.columns(), rows.order(), rows.total(), rows.unique(), null);
    List<RelFieldCollation> keys = new ArrayList<>();
    for (Rows.RowKey key : settled.order()) {
      keys.add(
          new RelFieldCollation(
              ((RexInputRef) key.value()).getIndex(),
              key.descending()
                  ? RelFieldCollation.Direction.DESCENDING
                  : RelFieldCollation.Direction.ASCENDING,
              RelFieldCollation.NullDirection.LAST));
    }
    RexBuilder rex = rows.node().getCluster().getRexBuilder();
    RelNode sorted =
        LogicalSort.create(
            settled.node(),
            RelCollations.of(keys),
            range.offset() == 0 ? null : literal(rex, range.offset()),
            range.count() == Long.MAX_VALUE ? null : literal(rex, range.count()));
    return settled.withNode(sorted);
  }

  private static RexNode literal(RexBuilder rex, long value) {
    return rex.makeBigintLiteral(BigDecimal.valueOf(value));
  }
}
