package karst.plan.command;

import karst.command.Kmeans;
import karst.plan.CommandConverter;
import karst.plan.KmeansPlanner;
import karst.plan.PlanBuilder;

/** Plans {@code kmeans}. */
public final class KmeansConverter implements CommandConverter<Kmeans> {
  @Override
  public void convert(Kmeans command, PlanBuilder plan) {
    new KmeansPlanner(command).apply(plan);
  }
}
