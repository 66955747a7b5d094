package karst.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import karst.function.library.EvalOperators;
import karst.plan.ScalarOperator;
import karst.plan.SpecialOperators;
import karst.plan.rel.SplTableScan;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Answers what expressions ask of columns that are known to have a value, or a text that is not
 * empty, in every row: a data model's {@code if(isnull(user) OR user="", "unknown", user)} is then
 * just the column.
 */
final class KnownColumns extends RexShuttle {
  private final RexBuilder rex;
  private final SplTableScan scan;
  private final IntUnaryOperator tableColumn;

  private KnownColumns(SplTableScan scan, IntUnaryOperator tableColumn) {
    this.rex = scan.getCluster().getRexBuilder();
    this.scan = scan;
    this.tableColumn = tableColumn;
  }

  /** Returns what is known of the columns that a scan delivers, by their place in it. */
  static KnownColumns delivered(SplTableScan scan) {
    return new KnownColumns(scan, scan.columns()::get);
  }

  /** Returns what is known of the columns of a scan's table, by their place in that. */
  static KnownColumns ofTable(SplTableScan scan) {
    return new KnownColumns(scan, column -> column);
  }

  @Override
  public RexNode visitCall(RexCall call) {
    if (!(super.visitCall(call) instanceof RexCall inner)) {
      throw new IllegalStateException("a call has become something else");
    }
    return switch (inner.getKind()) {
      case IS_NULL -> isPresent(inner.getOperands().get(0)) ? rex.makeLiteral(false) : inner;
      case IS_NOT_NULL -> isPresent(inner.getOperands().get(0)) ? rex.makeLiteral(true) : inner;
      case AND -> RexUtil.composeConjunction(rex, inner.getOperands());
      case OR -> RexUtil.composeDisjunction(rex, inner.getOperands());
      case CASE -> choice(inner);
      default -> ofOperator(inner);
    };
  }

  private RexNode ofOperator(RexCall call) {
    if (call.getOperator() == SpecialOperators.FIRST_PRESENT) {
      RexNode first = call.getOperands().get(0);
      return isPresent(first) ? as(first, call) : call;
    }
    if (call.getOperator() instanceof ScalarOperator operator
        && call.getOperands().size() == 2
        && isNeverEmpty(call.getOperands().get(0))
        && call.getOperands().get(1) instanceof RexLiteral literal
        && isEmptyText(literal)) {
      if (operator.function() == EvalOperators.EQUAL) {
        return rex.makeLiteral(false);
      }
      if (operator.function() == EvalOperators.NOT_EQUAL) {
        return rex.makeLiteral(true);
      }
    }
    return call;
  }

  /** Drops branches that are never taken, and those behind one that always is. */
  private RexNode choice(RexCall call) {
    List<RexNode> operands = call.getOperands();
    List<RexNode> left = new ArrayList<>();
    RexNode otherwise = operands.get(operands.size() - 1);
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      if (operands.get(i).isAlwaysTrue()) {
        otherwise = operands.get(i + 1);
        break;
      }
      if (!operands.get(i).isAlwaysFalse()) {
        left.add(operands.get(i));
        left.add(operands.get(i + 1));
      }
    }
    if (left.isEmpty()) {
      return as(otherwise, call);
    }
    left.add(otherwise);
    return left.size() == operands.size()
        ? call
        : rex.makeCall(call.getType(), call.getOperator(), left);
  }

  /** Puts an expression in the place of another if types allow. */
  private static RexNode as(RexNode value, RexNode place) {
    return value.getType().equals(place.getType()) ? value : place;
  }

  private boolean isPresent(RexNode node) {
    return node instanceof RexInputRef column
        ? scan.isAlwaysPresent(tableColumn.applyAsInt(column.getIndex()))
        : node instanceof RexLiteral literal && !literal.isNull();
  }

  private boolean isNeverEmpty(RexNode node) {
    return node instanceof RexInputRef column
        && column.getType().getSqlTypeName() == SqlTypeName.VARCHAR
        && isPresent(node)
        && scan.isNeverEmpty(tableColumn.applyAsInt(column.getIndex()));
  }

  private static boolean isEmptyText(RexLiteral literal) {
    return !literal.isNull()
        && (literal.getTypeName() == SqlTypeName.CHAR
            || literal.getTypeName() == SqlTypeName.VARCHAR)
        && "".equals(literal.getValueAs(String.class));
  }
}
