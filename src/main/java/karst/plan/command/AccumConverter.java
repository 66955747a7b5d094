package karst.plan.command;

import karst.ast.FieldName;
import karst.command.Accum;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SeriesPlanner;
import karst.plan.rel.Series;

/** Plans {@code accum}. */
public final class AccumConverter implements CommandConverter<Accum> {
  @Override
  public void convert(Accum command, PlanBuilder plan) {
    FieldName field = command.field();
    if (field != null) {
      new SeriesPlanner(plan)
          .add(field, Series.Kind.RUNNING_SUM, 0, command.target())
          .apply(field.name().equals(command.target()));
    }
  }
}
