package karst.plan.command;

import java.util.List;
import karst.command.Addtotals;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.TotalsPlanner;

/** Plans {@code addtotals}. */
public final class AddtotalsConverter implements CommandConverter<Addtotals> {
  @Override
  public void convert(Addtotals command, PlanBuilder plan) {
    if (command.rows()) {
      TotalsPlanner.rows(command.totals(), command.fieldName(), plan);
    }
    if (command.columns()) {
      List<String> sums = command.rows() ? List.of(command.fieldName()) : List.of();
      TotalsPlanner.columns(command.totals(), sums, plan);
    }
  }
}
