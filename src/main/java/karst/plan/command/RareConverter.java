package karst.plan.command;

import karst.command.Rare;
import karst.plan.CommandConverter;
import karst.plan.FrequencyPlanner;
import karst.plan.PlanBuilder;

/** Plans {@code rare}. */
public final class RareConverter implements CommandConverter<Rare> {
  @Override
  public void convert(Rare command, PlanBuilder plan) {
    FrequencyPlanner.plan(command.frequency(), false, plan);
  }
}
