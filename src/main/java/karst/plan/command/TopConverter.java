package karst.plan.command;

import karst.command.Top;
import karst.plan.CommandConverter;
import karst.plan.FrequencyPlanner;
import karst.plan.PlanBuilder;

/** Plans {@code top}. */
public final class TopConverter implements CommandConverter<Top> {
  @Override
  public void convert(Top command, PlanBuilder plan) {
    FrequencyPlanner.plan(command.frequency(), true, plan);
  }
}
