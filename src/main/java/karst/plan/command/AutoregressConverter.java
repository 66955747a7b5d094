package karst.plan.command;

import karst.ast.FieldName;
import karst.command.Autoregress;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SeriesPlanner;
import karst.plan.rel.Series;

/** Plans {@code autoregress}. */
public final class AutoregressConverter implements CommandConverter<Autoregress> {
  @Override
  public void convert(Autoregress command, PlanBuilder plan) {
    FieldName field = command.field();
    if (field != null) {
      SeriesPlanner planner = new SeriesPlanner(plan);
      for (int rows = command.from(); rows <= command.to(); rows++) {
        planner.add(field, Series.Kind.EARLIER, rows, command.target(rows));
      }
      planner.apply(false);
    }
  }
}
