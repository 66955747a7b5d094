package karst.plan.command;

import karst.command.Where;
import karst.plan.CommandConverter;
import karst.plan.ExpressionConverter;
import karst.plan.PlanBuilder;

/** Plans {@code where}: a filter; rows for which the condition is null drop out. */
public final class WhereConverter implements CommandConverter<Where> {
  @Override
  public void convert(Where command, PlanBuilder plan) {
    plan.filter(new ExpressionConverter(plan.context(), plan).condition(command.condition()));
  }
}
