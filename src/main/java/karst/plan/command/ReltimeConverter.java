package karst.plan.command;

import karst.command.Reltime;
import karst.function.library.EventTextFunctions;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;

/** Plans {@code reltime}: a projection. */
public final class ReltimeConverter implements CommandConverter<Reltime> {
  @Override
  public void convert(Reltime command, PlanBuilder plan) {
    PlanContext context = plan.context();
    plan.assign(
        command.output(),
        context.call(EventTextFunctions.AGO, plan.field(command.field()), context.startOfRun()));
  }
}
