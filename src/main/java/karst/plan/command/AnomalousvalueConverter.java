package karst.plan.command;

import karst.command.Anomalousvalue;
import karst.plan.AnomalousValues;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/** Plans {@code anomalousvalue}. */
public final class AnomalousvalueConverter implements CommandConverter<Anomalousvalue> {
  @Override
  public void convert(Anomalousvalue command, PlanBuilder plan) {
    new AnomalousValues(command.action(), command.threshold(), command.limits())
        .apply(plan, command.fields());
  }
}
