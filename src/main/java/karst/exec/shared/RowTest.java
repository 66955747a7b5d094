package karst.exec.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/** A condition taken apart into what it says of single columns. */
sealed interface RowTest {
  /**
   * What is said of one column of texts alone.
   *
   * @param column the column of the table
   * @param condition over the column as column 0
   */
  record OnColumn(int column, RexNode condition) implements RowTest {}

  /** All of some tests hold. */
  record All(List<RowTest> tests) implements RowTest {}

  /** One of some tests holds. */
  record Any(List<RowTest> tests) implements RowTest {}

  /** A test that is never null does not hold. */
  record Not(RowTest test) implements RowTest {}

  /** What is said of several columns together, or of numbers. */
  record Other(RexNode condition) implements RowTest {}

  /**
   * Takes a condition apart.
   *
   * @param isText tells the columns of coded texts
   */
  static RowTest of(RexNode condition, IntPredicate isText) {
    switch (condition.getKind()) {
      case AND:
        return new All(parts(condition, isText));
      case OR:
        return new Any(parts(condition, isText));
      case NOT:
        RexNode operand = ((RexCall) condition).getOperands().get(0);
        if (!operand.getType().isNullable()) {
          return new Not(of(operand, isText));
        }
        break;
      default:
    }
    List<Integer> columns = RelOptUtil.InputFinder.bits(condition).asList();
    return columns.size() == 1 && isText.test(columns.get(0))
        ? new OnColumn(columns.get(0), first(condition))
        : new Other(condition);
  }

  private static List<RowTest> parts(RexNode condition, IntPredicate isText) {
    List<RowTest> parts = new ArrayList<>();
    ((RexCall) condition).getOperands().forEach(operand -> parts.add(of(operand, isText)));
    return List.copyOf(parts);
  }

  private static RexNode first(RexNode condition) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(0, input.getType());
          }
        });
  }
}
