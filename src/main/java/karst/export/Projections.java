package karst.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;

/** Projections that become one SELECT where one serves. */
final class Projections {
  private Projections() {}

  /** Returns a projection, merged with one below it if no expression is written twice by it. */
  static RelNode project(RelNode input, List<RexNode> values, List<String> names) {
    if (input instanceof Project below && isMerged(below, values)) {
      return project(below.getInput(), RelOptUtil.pushPastProject(values, below), names);
    }
    return LogicalProject.create(input, List.of(), values, names, Set.of());
  }

  private static boolean isMerged(Project below, List<RexNode> values) {
    int[] uses = new int[below.getProjects().size()];
    for (RexNode value : values) {
      value.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitInputRef(RexInputRef input) {
              uses[input.getIndex()]++;
              return null;
            }
          });
    }
    boolean windows = values.stream().anyMatch(RexOver::containsOver);
    for (int i = 0; i < uses.length; i++) {
      RexNode expression = below.getProjects().get(i);
      boolean call = expression instanceof RexCall;
      if (call && (uses[i] > 1 || isSpread(expression))) {
        return false;
      }
      // A window cannot hold another.
      if (windows && RexOver.containsOver(expression)) {
        return false;
      }
    }
    return true;
  }

  /** Returns rows whose columns a condition may use, which may be no window. */
  static RelNode withoutWindows(RelNode node) {
    return node instanceof Project project
            && project.getProjects().stream().anyMatch(RexOver::containsOver)
        ? Boundary.above(node)
        : node;
  }

  /** Whether an expression makes several rows of one. */
  static boolean isSpread(RexNode expression) {
    return expression instanceof RexCall call
        && call.getOperator() instanceof TemplateFunction function
        && function.isSpread();
  }

  /** Returns names of which none is there twice. */
  static List<String> distinct(List<String> names) {
    List<String> result = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      String free = name;
      for (int i = 2; !taken.add(free); i++) {
        free = name + " " + i;
      }
      result.add(free);
    }
    return result;
  }
}
