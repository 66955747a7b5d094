package karst.plan.command;

import karst.command.Uniq;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;

/** Plans {@code uniq}: rows are compared with the row before. */
public final class UniqConverter implements CommandConverter<Uniq> {
  @Override
  public void convert(Uniq command, PlanBuilder plan) {
    plan.transform(new karst.plan.rel.Uniq());
  }
}
