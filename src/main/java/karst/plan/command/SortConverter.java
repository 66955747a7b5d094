package karst.plan.command;

import karst.command.Sort;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SortPlanner;

/** Plans {@code sort}. */
public final class SortConverter implements CommandConverter<Sort> {
  @Override
  public void convert(Sort command, PlanBuilder plan) {
    long limit = command.limit() == 0 ? Long.MAX_VALUE : command.limit();
    SortPlanner.sort(plan, command.keys(), limit);
  }
}
