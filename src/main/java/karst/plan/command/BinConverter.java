package karst.plan.command;

import karst.ast.FieldName;
import karst.command.Bin;
import karst.plan.BinPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/** Plans {@code bin}. */
public final class BinConverter implements CommandConverter<Bin> {
  @Override
  public void convert(Bin command, PlanBuilder plan) {
    FieldName field = command.field();
    if (field != null) {
      boolean times = command.binning().isOfTimes(field.name());
      new BinPlanner(plan).bin(plan.field(field), command.target(), command.binning(), times);
    }
  }
}
