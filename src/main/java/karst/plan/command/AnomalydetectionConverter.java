package karst.plan.command;

import java.util.ArrayList;
import java.util.List;
import karst.command.Anomalousvalue;
import karst.command.Anomalydetection;
import karst.plan.AnomalousValues;
import karst.plan.ColumnPlanner;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.rel.Outliers;
import karst.plan.rel.Unlikely;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code anomalydetection}. */
public final class AnomalydetectionConverter implements CommandConverter<Anomalydetection> {
  private static final double LIKELIHOOD = 0.01;
  private static final double INTERQUARTILE_RANGES = 2.5;

  private static final List<Column> MADE =
      List.of(
          new Column("log_event_prob", SplType.NUMBER),
          new Column("max_freq", SplType.NUMBER),
          new Column("probable_cause", SplType.STRING),
          new Column("probable_cause_freq", SplType.NUMBER));

  private static final Schema SUMMARY =
      new Schema(
          List.of(
              new Column("num_anomalies", SplType.NUMBER),
              new Column("thresh", SplType.NUMBER),
              new Column("max_logprob", SplType.NUMBER),
              new Column("min_logprob", SplType.NUMBER),
              new Column("1st_quartile", SplType.NUMBER),
              new Column("3rd_quartile", SplType.NUMBER)));

  @Override
  public void convert(Anomalydetection command, PlanBuilder plan) {
    Double given = command.threshold();
    switch (command.method()) {
      case HISTOGRAM -> histogram(command, given == null ? Double.NaN : given, plan);
      case ZSCORE ->
          new AnomalousValues(
                  command.action(),
                  given == null ? LIKELIHOOD : given,
                  Anomalousvalue.Limits.DEFAULT)
              .apply(plan, command.fields());
      case IQR -> quartiles(command, plan);
    }
  }

  private static void histogram(Anomalydetection command, double threshold, PlanBuilder plan) {
    ColumnPlanner planner = new ColumnPlanner(plan);
    List<Integer> positions = planner.positions(command.fields());
    Unlikely.Result result =
        switch (command.action()) {
          case FILTER -> Unlikely.Result.FOUND;
          case ANNOTATE -> Unlikely.Result.ALL;
          case SUMMARY -> Unlikely.Result.SUMMARY;
        };
    Unlikely unlikely = new Unlikely(positions, result, threshold, command.cutoff());
    if (result == Unlikely.Result.SUMMARY) {
      plan.transform(unlikely, SUMMARY);
    } else {
      planner.add(unlikely, MADE);
    }
  }

  /** As {@code outlier} does, on both sides. */
  private static void quartiles(Anomalydetection command, PlanBuilder plan) {
    ColumnPlanner planner = new ColumnPlanner(plan);
    List<Integer> positions = planner.positions(command.fields());
    List<Column> columns = new ArrayList<>(planner.columns());
    for (int position : positions) {
      Column column = columns.get(position);
      boolean stays = command.remove() || column.type().isNumeric();
      columns.set(position, stays ? column : new Column(column.name(), SplType.DYNAMIC));
    }
    plan.transform(
        new Outliers(positions, command.remove(), INTERQUARTILE_RANGES, true, false),
        new Schema(columns));
  }
}
