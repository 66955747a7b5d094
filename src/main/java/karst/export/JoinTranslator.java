package karst.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import karst.plan.rel.SplJoin;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Turns SPL's joins, which meet the first so many rows of the right, into joins of SQL. */
final class JoinTranslator {
  private final PlanTranslator plans;
  private final Sql sql;

  JoinTranslator(PlanTranslator plans) {
    this.plans = plans;
    this.sql = plans.sql();
  }

  Rows translate(SplJoin join, boolean ordered) {
    SplJoin.Options options = join.options();
    if (options.order().isPresent()) {
      throw new ExportRefusal("it meets rows by their time");
    }
    Rows left = plans.settled(join.getLeft(), ordered);
    Rows right = firstOfEachKey(join, plans.settled(join.getRight(), true), options);
    int offset = left.node().getRowType().getFieldCount();
    List<RexNode> conditions = new ArrayList<>();
    for (int i = 0; i < options.leftKeys().size(); i++) {
      conditions.add(
          equal(
              left.columns().get(options.leftKeys().get(i)),
              shifted(right.columns().get(options.rightKeys().get(i)), offset)));
    }
    RelNode node =
        LogicalJoin.create(
            left.node(),
            right.node(),
            List.of(),
            sql.junction(Junction.AND, conditions),
            Set.of(),
            join.getJoinType());
    List<RexNode> columns = new ArrayList<>(left.columns());
    right.columns().forEach(column -> columns.add(joined(column, node, offset)));
    List<Rows.RowKey> order = new ArrayList<>(left.order());
    for (Rows.RowKey key : right.order()) {
      order.add(new Rows.RowKey(joined(key.value(), node, offset), key.descending()));
    }
    List<String> names = Projections.distinct(join.getRowType().getFieldNames());
    return new Rows(
            node,
            columns,
            ordered ? order : List.of(),
            left.total() && right.total(),
            List.of(),
            null)
        .project(columns, new ArrayList<>(names));
  }

  private Rows firstOfEachKey(SplJoin join, Rows right, SplJoin.Options options) {
    List<RexNode> keys = options.rightKeys().stream().map(right.columns()::get).toList();
    boolean oneEach = !right.unique().isEmpty() && keys.containsAll(right.unique());
    if (oneEach || options.max() == Long.MAX_VALUE) {
      return right;
    }
    PlanTranslator.requireOrder(right, "a row meets the first rows that match");
    List<String> names = join.getRight().getRowType().getFieldNames();
    Rows numbered = WindowTranslator.numbered(sql, right, keys, names);
    RexNode first = WindowTranslator.isAmongFirst(sql, numbered, names.size(), options.max());
    return WindowTranslator.withoutNumber(numbered, first, names.size());
  }

  /** Keys are equal by their text. */
  private RexNode equal(RexNode left, RexNode right) {
    if (Sql.shape(left) == SqlShape.LIST || Sql.shape(right) == SqlShape.LIST) {
      throw sql.dialect().refusal("a join by several values");
    }
    boolean numbers = Sql.shape(left).isNumeric() && Sql.shape(right).isNumeric();
    return numbers
        ? sql.compare(SqlStdOperatorTable.EQUALS, left, right)
        : sql.compare(SqlStdOperatorTable.EQUALS, sql.toText(left), sql.toText(right));
  }

  private static RexNode shifted(RexNode node, int offset) {
    return node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(input.getIndex() + offset, input.getType());
          }
        });
  }

  /** A column of the right side may be null above a join that keeps all rows of the left one. */
  private static RexNode joined(RexNode right, RelNode join, int offset) {
    return right.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return RexInputRef.of(input.getIndex() + offset, join.getRowType());
          }
        });
  }
}
