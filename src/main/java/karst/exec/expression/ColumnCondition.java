package karst.exec.expression;

import java.util.ArrayList;
import java.util.List;
import karst.plan.TypeMapping;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a condition what it says of one column alone: a condition over that column which is
 * true wherever the whole one is.
 */
public final class ColumnCondition {
  private static final RexBuilder REX = new RexBuilder(TypeMapping.newFactory());

  private final int column;

  private ColumnCondition(int column) {
    this.column = column;
  }

  /** Returns what must be true of a column, which is column 0 of the result; null for nothing. */
  public static @Nullable RexNode of(RexNode condition, int column) {
    ColumnCondition rule = new ColumnCondition(column);
    RexNode necessary = rule.necessary(condition);
    if (necessary.isAlwaysTrue()) {
      return null;
    }
    return necessary.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(0, input.getType());
          }
        });
  }

  private RexNode necessary(RexNode condition) {
    if (isOverColumn(condition)) {
      return condition;
    }
    return switch (condition.getKind()) {
      case AND -> all(((RexCall) condition).getOperands());
      case OR -> any(((RexCall) condition).getOperands());
      case CASE -> choice((RexCall) condition);
      default -> REX.makeLiteral(true);
    };
  }

  private boolean isOverColumn(RexNode node) {
    List<Integer> read = RelOptUtil.InputFinder.bits(node).asList();
    return (read.isEmpty() || read.equals(List.of(column))) && RexUtil.isDeterministic(node);
  }

  private RexNode all(List<RexNode> conditions) {
    return RexUtil.composeConjunction(REX, conditions.stream().map(this::necessary).toList());
  }

  private RexNode any(List<RexNode> conditions) {
    return RexUtil.composeDisjunction(REX, conditions.stream().map(this::necessary).toList());
  }

  /** A branch is taken when its condition is true and those before it are not. */
  private RexNode choice(RexCall choice) {
    List<RexNode> operands = choice.getOperands();
    List<RexNode> branches = new ArrayList<>();
    List<RexNode> reached = new ArrayList<>();
    for (int i = 0; i < operands.size(); i += 2) {
      List<RexNode> branch = new ArrayList<>(reached);
      branch.add(necessary(operands.get(i)));
      if (i + 1 < operands.size()) {
        branch.add(necessary(operands.get(i + 1)));
        if (isOverColumn(operands.get(i))) {
          reached.add(isNotTrue(operands.get(i)));
        }
      }
      branches.add(RexUtil.composeConjunction(REX, branch));
    }
    return RexUtil.composeDisjunction(REX, branches);
  }

  private RexNode isNotTrue(RexNode condition) {
    return condition.getKind() == SqlKind.LITERAL
        ? REX.makeLiteral(!condition.isAlwaysTrue())
        : REX.makeCall(
            SqlStdOperatorTable.CASE, condition, REX.makeLiteral(false), REX.makeLiteral(true));
  }
}
