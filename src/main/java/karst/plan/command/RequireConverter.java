package karst.plan.command;

import karst.command.Require;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.RequireRows;

/** Plans {@code require}: a check while rows pass. */
public final class RequireConverter implements CommandConverter<Require> {
  @Override
  public void convert(Require command, PlanBuilder plan) {
    plan.transform(new RequireRows(plan.context().diagnostics().map().origin(command.span())));
  }
}
