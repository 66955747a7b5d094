package karst.plan.command;

import java.util.List;
import karst.command.Chart;
import karst.plan.AggregationPlanner;
import karst.plan.BinPlanner;
import karst.plan.ChartPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans {@code chart}; without a field that makes columns it is stats. */
public final class ChartConverter implements CommandConverter<Chart> {
  @Override
  public void convert(Chart command, PlanBuilder plan) {
    Chart.Split rows = command.row();
    Chart.Split columns = command.column();
    if (rows == null) {
      AggregationPlanner.ofChart(plan, List.of(), command.aggregates());
      return;
    }
    // Bins go to fields of their own: the aggregations see the values.
    bin(rows, "_$row", plan);
    if (columns != null) {
      bin(columns, "_$column", plan);
    }
    RexNode row = value(rows, "_$row", plan);
    if (columns == null) {
      AggregationPlanner.Key key = new AggregationPlanner.Key(rows.field().name(), row);
      AggregationPlanner.ofChart(plan, List.of(key), command.aggregates());
      return;
    }
    new ChartPlanner(plan, command.series(), command.aggregates())
        .chart(plan, rows.field().name(), row, value(columns, "_$column", plan));
  }

  private static void bin(Chart.Split split, String target, PlanBuilder plan) {
    if (split.binning() != null) {
      boolean times = split.binning().isOfTimes(split.field().name());
      new BinPlanner(plan).bin(plan.field(split.field()), target, split.binning(), times);
    }
  }

  private static RexNode value(Chart.Split split, String target, PlanBuilder plan) {
    @Nullable RexNode binned = split.binning() == null ? null : plan.find(target);
    return binned == null ? plan.field(split.field()) : binned;
  }
}
