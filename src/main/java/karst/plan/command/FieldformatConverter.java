package karst.plan.command;

import karst.ast.Argument;
import karst.command.Fieldformat;
import karst.plan.CommandConverter;
import karst.plan.ExpressionConverter;
import karst.plan.PlanBuilder;

/** Plans {@code fieldformat}: nothing, since values stay; only faults in it are reported. */
public final class FieldformatConverter implements CommandConverter<Fieldformat> {
  @Override
  public void convert(Fieldformat command, PlanBuilder plan) {
    for (Argument.Assignment assignment : command.assignments()) {
      new ExpressionConverter(plan.context(), plan).value(assignment.expression());
    }
  }
}
