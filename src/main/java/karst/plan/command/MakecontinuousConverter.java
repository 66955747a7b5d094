package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Binning;
import karst.command.Makecontinuous;
import karst.plan.BinPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.TypeMapping;
import karst.plan.rel.FillGaps;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code makecontinuous}: all rows are needed to see the gaps. */
public final class MakecontinuousConverter implements CommandConverter<Makecontinuous> {
  @Override
  public void convert(Makecontinuous command, PlanBuilder plan) {
    String field = command.field().name();
    int column = plan.indexOf(field);
    if (column < 0) {
      plan.context().unknownField(field, command.field().span(), plan);
      return;
    }
    Binning binning = command.binning();
    String width = binning.width();
    boolean times = binning.isOfTimes(field);
    double origin =
        times && width != null ? new BinPlanner(plan).origin(width, binning.alignTime()) : 0;
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    if (!columns.get(column).type().equals(SplType.TIME)) {
      columns.set(column, new Column(field, SplType.DYNAMIC));
    }
    plan.transform(
        new FillGaps(
            column,
            times,
            width,
            binning.bins(),
            binning.least(),
            binning.start(),
            binning.end(),
            origin),
        new Schema(columns));
  }
}
