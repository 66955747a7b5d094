package karst.plan.command;

import karst.command.Geostats;
import karst.plan.CommandConverter;
import karst.plan.GeostatsPlanner;
import karst.plan.PlanBuilder;

/** Plans {@code geostats}. */
public final class GeostatsConverter implements CommandConverter<Geostats> {
  @Override
  public void convert(Geostats command, PlanBuilder plan) {
    new GeostatsPlanner(command, plan).apply();
  }
}
