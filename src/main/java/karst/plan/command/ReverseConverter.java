package karst.plan.command;

import karst.command.Reverse;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/** Plans {@code reverse}: the last row comes first. */
public final class ReverseConverter implements CommandConverter<Reverse> {
  @Override
  public void convert(Reverse command, PlanBuilder plan) {
    plan.transform(new karst.plan.rel.Reverse(Long.MAX_VALUE));
  }
}
