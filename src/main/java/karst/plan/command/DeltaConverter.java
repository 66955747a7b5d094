package karst.plan.command;

import karst.ast.FieldName;
import karst.command.Delta;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SeriesPlanner;
import karst.plan.rel.Series;

/** Plans {@code delta}. */
public final class DeltaConverter implements CommandConverter<Delta> {
  @Override
  public void convert(Delta command, PlanBuilder plan) {
    FieldName field = command.field();
    if (field != null) {
      new SeriesPlanner(plan)
          .add(field, Series.Kind.DIFFERENCE, command.rows(), command.target())
          .apply(false);
    }
  }
}
