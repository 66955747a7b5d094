package karst.plan.command;

import karst.command.Trendline;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SeriesPlanner;
import karst.plan.rel.Series;

/** Plans {@code trendline}. */
public final class TrendlineConverter implements CommandConverter<Trendline> {
  @Override
  public void convert(Trendline command, PlanBuilder plan) {
    SeriesPlanner planner = new SeriesPlanner(plan);
    for (Trendline.Trend trend : command.trends()) {
      Series.Kind kind =
          switch (trend.kind()) {
            case SMA -> Series.Kind.SIMPLE_AVERAGE;
            case EMA -> Series.Kind.EXPONENTIAL_AVERAGE;
            case WMA -> Series.Kind.WEIGHTED_AVERAGE;
          };
      planner.add(trend.field(), kind, trend.count(), trend.target());
    }
    planner.apply(false);
  }
}
