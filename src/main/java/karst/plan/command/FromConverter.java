package karst.plan.command;

import karst.command.From;
import karst.plan.CommandConverter;
import karst.plan.FromSource;
import karst.plan.PlanBuilder;

/** Plans {@code from}: the rows of a table, or of a dataset with the fields' names unprefixed. */
public final class FromConverter implements CommandConverter<From> {
  @Override
  public void convert(From command, PlanBuilder plan) {
    FromSource.read(command.source(), plan);
  }
}
