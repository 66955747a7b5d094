package karst.plan.command;

import karst.command.Datamodel;
import karst.plan.CommandConverter;
import karst.plan.FromSource;
import karst.plan.PlanBuilder;

/** Plans {@code datamodel}: the events of a dataset. */
public final class DatamodelConverter implements CommandConverter<Datamodel> {
  @Override
  public void convert(Datamodel command, PlanBuilder plan) {
    FromSource.dataset(command.name(), command.prefixed(), plan);
  }
}
