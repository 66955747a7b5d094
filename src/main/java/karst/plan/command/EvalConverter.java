package karst.plan.command;

import karst.ast.Argument;
import karst.command.Eval;
import karst.plan.CommandConverter;
import karst.plan.ComputedTarget;
import karst.plan.ExpressionConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import org.apache.calcite.rex.RexNode;

/** Plans {@code eval}: a projection for each assignment, so that later ones see earlier ones. */
public final class EvalConverter implements CommandConverter<Eval> {
  @Override
  public void convert(Eval command, PlanBuilder plan) {
    PlanContext context = plan.context();
    for (Argument.Assignment assignment : command.assignments()) {
      RexNode value = new ExpressionConverter(context, plan).value(assignment.expression());
      if (ComputedTarget.isComputed(assignment.target().name())) {
        new ComputedTarget(plan).assign(assignment.target(), value);
      } else {
        plan.assign(assignment.target().name(), value);
      }
    }
  }
}
