package karst.plan.rel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * A join in SPL's way: keys are equal by their text, each row of the left meets the first so many
 * rows of the right that match, and the order of the left is kept.
 */
public final class SplJoin extends Join {
  private final Options options;

  private SplJoin(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode left,
      RelNode right,
      RexNode condition,
      JoinRelType type,
      Options options) {
    super(cluster, traits, List.of(), left, right, condition, Set.of(), type);
    this.options = options;
  }

  /**
   * What matches, and how often.
   *
   * @param leftKeys columns of the left
   * @param rightKeys columns of the right, one for each of the left
   * @param max how many rows of the right a row of the left meets at most
   * @param order how the times of both must be; empty for anyhow
   */
  public record Options(
      List<Integer> leftKeys, List<Integer> rightKeys, long max, Optional<TimeOrder> order) {
    public Options {
      leftKeys = List.copyOf(leftKeys);
      rightKeys = List.copyOf(rightKeys);
    }
  }

  /**
   * An order of times; equal ones are in it.
   *
   * @param left the column of the left
   * @param right the column of the right
   * @param earlier whether the right is no later, else it is no earlier
   */
  public record TimeOrder(int left, int right, boolean earlier) {}

  /**
   * Returns a join.
   *
   * @param keepsUnmatched whether a row of the left that meets none stays
   */
  public static SplJoin create(
      RelNode left, RelNode right, boolean keepsUnmatched, Options options) {
    RelOptCluster cluster = left.getCluster();
    return new SplJoin(
        cluster,
        cluster.traitSetOf(Convention.NONE),
        left,
        right,
        condition(left, right, options),
        keepsUnmatched ? JoinRelType.LEFT : JoinRelType.INNER,
        options);
  }

  private static RexNode condition(RelNode left, RelNode right, Options options) {
    RexBuilder rex = left.getCluster().getRexBuilder();
    List<RexNode> all = new ArrayList<>();
    for (int i = 0; i < options.leftKeys().size(); i++) {
      all.add(
          call(
              left,
              right,
              SqlStdOperatorTable.EQUALS,
              options.leftKeys().get(i),
              options.rightKeys().get(i)));
    }
    options
        .order()
        .ifPresent(
            order ->
                all.add(
                    call(
                        left,
                        right,
                        order.earlier()
                            ? SqlStdOperatorTable.GREATER_THAN_OR_EQUAL
                            : SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
                        order.left(),
                        order.right())));
    return RexUtil.composeConjunction(rex, all);
  }

  private static RexNode call(
      RelNode left, RelNode right, SqlOperator operator, int leftColumn, int rightColumn) {
    RexBuilder rex = left.getCluster().getRexBuilder();
    int offset = left.getRowType().getFieldCount();
    return rex.makeCall(
        operator,
        rex.makeInputRef(type(left, leftColumn), leftColumn),
        rex.makeInputRef(type(right, rightColumn), offset + rightColumn));
  }

  private static RelDataType type(RelNode rel, int column) {
    RelDataTypeField field = rel.getRowType().getFieldList().get(column);
    return field.getType();
  }

  /** Returns what matches, and how often. */
  public Options options() {
    return options;
  }

  @Override
  public Join copy(
      RelTraitSet traits,
      RexNode newCondition,
      RelNode newLeft,
      RelNode newRight,
      JoinRelType type,
      boolean semiJoinDone) {
    return new SplJoin(getCluster(), traits, newLeft, newRight, newCondition, type, options);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    List<String> leftNames = left.getRowType().getFieldNames();
    List<String> rightNames = right.getRowType().getFieldNames();
    return writer
        .input("left", left)
        .input("right", right)
        .item("type", joinType.lowerName)
        .item("keys", options.leftKeys().stream().map(leftNames::get).toList())
        .itemIf(
            "rightKeys",
            options.rightKeys().stream().map(rightNames::get).toList(),
            !options.rightKeys().stream()
                .map(rightNames::get)
                .toList()
                .equals(options.leftKeys().stream().map(leftNames::get).toList()))
        .itemIf("max", options.max(), options.max() != Long.MAX_VALUE)
        .itemIf(
            "right",
            options.order().map(order -> order.earlier() ? "earlier" : "later").orElse(""),
            options.order().isPresent());
  }
}
