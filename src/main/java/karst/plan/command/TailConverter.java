package karst.plan.command;

import karst.command.Tail;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/** Plans {@code tail}: the last rows come out, last row first. */
public final class TailConverter implements CommandConverter<Tail> {
  @Override
  public void convert(Tail command, PlanBuilder plan) {
    plan.transform(new karst.plan.rel.Reverse(command.count()));
  }
}
