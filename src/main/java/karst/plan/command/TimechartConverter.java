package karst.plan.command;

import karst.command.Timechart;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.TimechartPlanner;

/** Plans {@code timechart}. */
public final class TimechartConverter implements CommandConverter<Timechart> {
  @Override
  public void convert(Timechart command, PlanBuilder plan) {
    new TimechartPlanner(command, plan).chart();
  }
}
