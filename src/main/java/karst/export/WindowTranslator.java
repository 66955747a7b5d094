package karst.export;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.plan.rel.Dedup;
import karst.plan.rel.Eventstats;
import karst.plan.rel.FillNull;
import karst.plan.rel.Transform;
import karst.plan.rel.WindowAggregate;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Turns what looks at other rows beside each row into windows of SQL. */
final class WindowTranslator {
  private WindowTranslator() {}

  /** Returns an aggregation over the rows that are equal in some expressions. */
  static RexNode over(
      Sql sql,
      SqlShape shape,
      String template,
      List<RexNode> operands,
      List<RexNode> partition,
      List<RexFieldCollation> order) {
    return over(
        sql, shape, new TemplateAggregate(template, sql.type(shape)), operands, partition, order);
  }

  private static RexNode over(
      Sql sql,
      SqlShape shape,
      SqlAggFunction function,
      List<RexNode> operands,
      List<RexNode> partition,
      List<RexFieldCollation> order) {
    boolean all = order.isEmpty();
    return sql.rex()
        .makeOver(
            sql.type(shape),
            function,
            operands,
            partition,
            ImmutableList.copyOf(order),
            RexWindowBounds.UNBOUNDED_PRECEDING,
            all ? RexWindowBounds.UNBOUNDED_FOLLOWING : RexWindowBounds.CURRENT_ROW,
            !all,
            true,
            false,
            false,
            false);
  }

  /** A text in place of null where a column has a value in any row. */
  static Rows fillNull(PlanTranslator plans, FillNull fill, boolean ordered) {
    Sql sql = plans.sql();
    Rows rows = plans.settled(fill.getInput(), ordered);
    List<RexNode> values = new ArrayList<>(rows.columns());
    for (int column : fill.columns()) {
      RexNode value = values.get(column);
      List<RexNode> alike = sql.alike(List.of(value, sql.text(fill.value())));
      RexNode count =
          over(sql, SqlShape.INTEGER, "count({0})", List.of(value), List.of(), List.of());
      RexNode filled =
          sql.and(
              sql.rex().makeCall(SqlStdOperatorTable.IS_NULL, value),
              sql.compare(SqlStdOperatorTable.GREATER_THAN, count, sql.number(BigDecimal.ZERO)));
      values.set(column, sql.choice(List.of(filled, alike.get(1), alike.get(0))));
    }
    return rows.project(values, fill.getRowType().getFieldNames());
  }

  /** The first rows of each combination. */
  static Rows dedup(PlanTranslator plans, Dedup dedup) {
    Dedup.Options options = dedup.options();
    if (options.keepEvents() || options.consecutive()) {
      throw new ExportRefusal("`keepevents` and `consecutive` have no equal in SQL");
    }
    Rows rows = plans.settled(dedup.getInput(), true);
    PlanTranslator.requireOrder(rows, "it keeps the first row of each combination");
    List<RexNode> keys = dedup.keys().stream().map(rows.columns()::get).toList();
    List<String> names = dedup.getRowType().getFieldNames();
    Rows numbered = numbered(plans.sql(), rows, keys, names);
    Sql sql = plans.sql();
    List<RexNode> present = new ArrayList<>();
    for (int key : dedup.keys()) {
      present.add(sql.isPresent(numbered.columns().get(key)));
    }
    RexNode all = sql.junction(Junction.AND, present);
    RexNode first = isAmongFirst(sql, numbered, names.size(), options.count());
    RexNode condition = options.keepEmpty() ? sql.or(sql.not(all), first) : sql.and(all, first);
    return withoutNumber(numbered, condition, names.size());
  }

  /** Adds the number of each row among those that are equal in some columns. */
  static Rows numbered(Sql sql, Rows rows, List<RexNode> keys, List<String> names) {
    List<RexFieldCollation> order = new ArrayList<>();
    for (Rows.RowKey key : rows.order()) {
      order.add(
          new RexFieldCollation(
              key.value(),
              key.descending()
                  ? Set.of(SqlKind.DESCENDING, SqlKind.NULLS_LAST)
                  : Set.of(SqlKind.NULLS_LAST)));
    }
    RexNode number =
        over(sql, SqlShape.INTEGER, SqlStdOperatorTable.ROW_NUMBER, List.of(), keys, order);
    List<RexNode> values = new ArrayList<>(rows.columns());
    values.add(number);
    List<String> all = new ArrayList<>(names);
    all.add("$number");
    return rows.project(values, new ArrayList<>(Projections.distinct(all)));
  }

  static RexNode isAmongFirst(Sql sql, Rows numbered, int column, long count) {
    return sql.compare(
        SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
        numbered.columns().get(column),
        sql.number(BigDecimal.valueOf(count)));
  }

  static Rows withoutNumber(Rows numbered, RexNode condition, int width) {
    RelNode filtered = LogicalFilter.create(Boundary.above(numbered.node()), condition);
    return new Rows(
        filtered,
        numbered.columns().subList(0, width),
        numbered.order(),
        numbered.total(),
        numbered.unique(),
        null);
  }

  /** Aggregates of each row's group beside the row. */
  static Rows eventstats(
      PlanTranslator plans, Transform transform, Eventstats eventstats, boolean ordered) {
    Sql sql = plans.sql();
    boolean goesByOrder =
        eventstats.aggregates().stream().anyMatch(call -> call.function().orderSensitive());
    Rows rows = plans.settled(transform.getInputs().get(0), ordered || goesByOrder);
    List<RexNode> keys = eventstats.keys().stream().map(rows.columns()::get).toList();
    if (keys.stream().anyMatch(key -> Sql.shape(key) == SqlShape.LIST)) {
      throw sql.dialect().refusal("groups of several values");
    }
    List<RexNode> values = new ArrayList<>(rows.columns());
    for (WindowAggregate call : eventstats.aggregates()) {
      RexNode result =
          new AggregateArguments(
                  call.function(),
                  call.context().parameter(),
                  call.context().allNumbers(),
                  column(rows, call.argument()),
                  column(rows, call.time()),
                  rows,
                  sql,
                  new Windows(sql, keys))
              .render();
      values.add(whereGrouped(sql, keys, result));
    }
    return rows.project(values, transform.getRowType().getFieldNames());
  }

  /** Makes aggregations of the rows that are equal in some columns. */
  private record Windows(Sql sql, List<RexNode> keys) implements AggregateArguments.Maker {
    @Override
    public boolean makesWindows() {
      return true;
    }

    @Override
    public RexNode aggregate(SqlShape shape, String template, List<RexNode> operands) {
      return over(sql, shape, template, operands, keys, List.of());
    }
  }

  /** A row without a key is in no group. */
  private static RexNode whereGrouped(Sql sql, List<RexNode> keys, RexNode result) {
    if (keys.isEmpty()) {
      return result;
    }
    RexNode all = sql.junction(Junction.AND, keys.stream().map(sql::isPresent).toList());
    return sql.choice(List.of(all, result, sql.nothing(Sql.shape(result))));
  }

  private static @Nullable RexNode column(Rows rows, int index) {
    return index == WindowAggregate.NO_COLUMN ? null : rows.columns().get(index);
  }
}
