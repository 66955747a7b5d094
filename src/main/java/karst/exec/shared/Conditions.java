package karst.exec.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import karst.exec.operator.ScanNode;
import karst.plan.TypeMapping;
import karst.vector.Schema;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/** Conditions of several scans, made to count in the columns of one table. */
final class Conditions {
  private static final RexBuilder REX = new RexBuilder(TypeMapping.newFactory());

  private Conditions() {}

  /**
   * Returns where a table has some columns of a scan's table.
   *
   * @return null if it lacks one
   */
  static @Nullable List<Integer> positions(List<Integer> columns, Schema own, Schema table) {
    List<Integer> positions = new ArrayList<>(columns.size());
    for (int column : columns) {
      int position = table.indexOf(own.column(column).name());
      if (position < 0) {
        return null;
      }
      positions.add(position);
    }
    return positions;
  }

  /**
   * Returns the condition of a scan over the columns of a table.
   *
   * @return null if the table lacks one of them
   */
  static @Nullable RexNode over(ScanNode scan, RexNode predicate, Schema table) {
    List<Integer> positions = positions(scan.predicateColumns(), scan.table().schema(), table);
    return positions == null ? null : moved(predicate, positions::get);
  }

  /** Returns the columns that some conditions read, in ascending order. */
  static List<Integer> columns(List<RexNode> conditions) {
    TreeSet<Integer> columns = new TreeSet<>();
    for (RexNode condition : conditions) {
      columns.addAll(RelOptUtil.InputFinder.bits(condition).asList());
    }
    return List.copyOf(columns);
  }

  /** Returns a condition over the columns of a table as one over some of them only. */
  static RexNode among(RexNode condition, List<Integer> columns) {
    Map<Integer, Integer> positions = new HashMap<>();
    for (int position = 0; position < columns.size(); position++) {
      positions.put(columns.get(position), position);
    }
    return moved(condition, positions::get);
  }

  /** Returns what is true where one of some conditions is. */
  static RexNode any(List<RexNode> conditions) {
    return RexUtil.composeDisjunction(REX, conditions);
  }

  private static RexNode moved(RexNode condition, UnaryOperator<Integer> position) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef input) {
            return new RexInputRef(position.apply(input.getIndex()), input.getType());
          }
        });
  }
}
