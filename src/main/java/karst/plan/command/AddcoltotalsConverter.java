package karst.plan.command;

import java.util.List;
import karst.command.Addcoltotals;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.TotalsPlanner;

/** Plans {@code addcoltotals}. */
public final class AddcoltotalsConverter implements CommandConverter<Addcoltotals> {
  @Override
  public void convert(Addcoltotals command, PlanBuilder plan) {
    TotalsPlanner.columns(command.totals(), List.of(), plan);
  }
}
