package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Binning;
import karst.command.Timechart;
import karst.function.Row;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import karst.type.Numbers;
import karst.type.SpanChoice;
import karst.type.SplType;
import karst.type.TimeSpan;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.DoubleVector;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Plans timechart: a chart whose rows are spans of time, without gaps (spl-semantics §6.1). */
public final class TimechartPlanner {
  /** A chart of more spans keeps its gaps. */
  static final int MAX_SPANS = 50_000;

  private static final Map<String, Double> RATES =
      Map.of("per_second", 1.0, "per_minute", 60.0, "per_hour", 3600.0, "per_day", 86_400.0);

  private final Timechart command;
  private final PlanBuilder plan;
  private final PlanContext context;

  /** Creates a planner. */
  public TimechartPlanner(Timechart command, PlanBuilder plan) {
    this.command = command;
    this.plan = plan;
    this.context = plan.context();
  }

  /** Goes on from the chart's rows. */
  public void chart() {
    RexNode time = plan.find("_time");
    if (time == null && plan.isOpen()) {
      plan.resumeUnknown(new Schema(List.of(new Column("_time", SplType.NUMBER))));
      return;
    }
    if (time == null) {
      context.error(
          DiagnosticCode.UNKNOWN_FIELD, command.span(), "`timechart` needs the field `_time`");
      return;
    }
    List<AggregateCall> calls = command.aggregates().stream().map(TimechartPlanner::sum).toList();
    ChartPlanner planner = new ChartPlanner(plan, command.series(), calls);
    FieldName by = command.by();
    RexNode column = by == null ? null : plan.field(by);
    String width = width(time);
    RexNode row =
        new BinPlanner(plan)
            .times(time, width == null ? "1s" : width, command.binning().alignTime());
    Grid grid = planner.grid(row, column);
    if (width == null || grid == null) {
      List<Column> columns = new ArrayList<>(List.of(new Column("_time", SplType.NUMBER)));
      if (by == null) {
        calls.stream()
            .map(AggregateCall::name)
            .distinct()
            .filter(name -> !name.equals("_time"))
            .forEach(name -> columns.add(new Column(name, SplType.DYNAMIC)));
      }
      plan.resumeUnknown(new Schema(columns));
      return;
    }
    TimeSpan span = TimeSpan.parse(width);
    ChartPlanner.RowAxis axis = axis(grid, span);
    Batch rows =
        column == null ? planner.columns(grid, axis) : planner.columns(grid, axis, row, column);
    ChartPlanner.resume(plan, scaled(rows, span));
  }

  /** {@code per_hour(x)} is a sum, whose cells are scaled in the end. */
  private static AggregateCall sum(AggregateCall call) {
    boolean rate = RATES.containsKey(call.function().toLowerCase(Locale.ROOT));
    return rate
        ? new AggregateCall(
            "sum", call.field(), call.expression(), Double.NaN, call.name(), true, call.span())
        : call;
  }

  /** Returns the width of the spans; null while the search is only prepared and has no range. */
  private @Nullable String width(RexNode time) {
    Binning binning = command.binning();
    if (binning.width() != null) {
      return binning.width();
    }
    Double from = context.range().earliest();
    Double to = context.range().latest();
    if (from == null || to == null) {
      StageRows ends = ends(time);
      if (ends == null) {
        return null;
      }
      double[] range = ends.rowCount() == 0 ? new double[] {0, 0} : range(ends.batches().get(0));
      from = from == null ? Double.valueOf(range[0]) : from;
      to = to == null ? Double.valueOf(range[1]) : to;
    }
    TimeSpan least = binning.least() == null ? null : TimeSpan.parse(binning.least());
    return SpanChoice.ofTimes(from, to, binning.bins(), least, context.zone()).toString();
  }

  private @Nullable StageRows ends(RexNode time) {
    RelNode base = plan.node();
    PlanBuilder ends = new PlanBuilder(context);
    ends.set(base);
    ends.project(List.of(time), List.of("_time"));
    FieldName field = new FieldName("_time", Span.at(0));
    new AggregationPlanner(ends, ends, false, false)
        .aggregate(
            List.of(),
            List.of(
                new AggregateCall("min", field, null, Double.NaN, "min", true, Span.at(0)),
                new AggregateCall("max", field, null, Double.NaN, "max", true, Span.at(0))));
    return ends.run();
  }

  private static double[] range(Batch row) {
    double low = row.vector(0).isNull(0) ? Double.NaN : Row.numberOf(row.vector(0), 0);
    double high = row.vector(1).isNull(0) ? Double.NaN : Row.numberOf(row.vector(1), 0);
    return Double.isNaN(low) || Double.isNaN(high) ? new double[] {0, 0} : new double[] {low, high};
  }

  private ChartPlanner.RowAxis axis(Grid grid, TimeSpan span) {
    List<Double> times = new ArrayList<>(grid.rowKeys().stream().map(Numbers::parseOrNaN).toList());
    times.removeIf(time -> !Double.isFinite(time));
    times.sort(null);
    if (command.continuous()) {
      times = filled(times, span);
    }
    Double earliest = context.range().earliest();
    Double latest = context.range().latest();
    if (!command.partial()) {
      times.removeIf(time -> earliest != null && time < earliest);
      times.removeIf(time -> latest != null && span.next(time, context.zone()) > latest);
    }
    double[] values = times.stream().mapToDouble(Double::doubleValue).toArray();
    return new ChartPlanner.RowAxis(
        new Column("_time", SplType.TIME),
        new DoubleVector(values, null, values.length),
        times.stream().map(Numbers::format).toList());
  }

  /** From the first time to the last, or over the time range of the search, span after span. */
  private List<Double> filled(List<Double> times, TimeSpan span) {
    Double first = times.isEmpty() ? null : times.get(0);
    Double last = times.isEmpty() ? null : times.get(times.size() - 1);
    if (command.fixedRange()) {
      Double earliest = context.range().earliest();
      Double latest = context.range().latest();
      if (earliest != null && latest != null) {
        double start = span.floor(earliest, context.zone());
        first = first == null ? start : Math.min(first, start);
        double end = span.floor(Math.nextDown(latest), context.zone());
        last = last == null ? end : Math.max(last, end);
      }
    }
    List<Double> filled = new ArrayList<>();
    if (first == null || last == null) {
      return filled;
    }
    for (double time = first; time <= last; time = span.next(time, context.zone())) {
      filled.add(time);
      if (filled.size() > MAX_SPANS) {
        context
            .stages()
            .warn(
                Diagnostic.warning(
                    DiagnosticCode.ROW_LIMIT,
                    "the chart has more than "
                        + MAX_SPANS
                        + " spans: those without rows are left out"));
        return times;
      }
    }
    return filled;
  }

  /** Scales the columns of {@code per_hour} and its kin by the length of each span. */
  private Batch scaled(Batch rows, TimeSpan span) {
    List<Vector> vectors = new ArrayList<>(rows.vectors());
    List<AggregateCall> calls = command.aggregates();
    int series = calls.isEmpty() ? 0 : (vectors.size() - 1) / calls.size();
    for (int i = 1; i < vectors.size() && series > 0; i++) {
      AggregateCall call = calls.get(Math.min((i - 1) / series, calls.size() - 1));
      Double unit = RATES.get(call.function().toLowerCase(Locale.ROOT));
      if (unit != null) {
        vectors.set(i, scaled(vectors.get(i), rows.vector(0), unit, span));
      }
    }
    return Batch.of(rows.schema(), vectors, rows.rowCount());
  }

  private Vector scaled(Vector sums, Vector times, double unit, TimeSpan span) {
    VectorBuilder out = new VectorBuilder(sums.size());
    for (int row = 0; row < sums.size(); row++) {
      if (sums.isNull(row)) {
        out.appendNull();
      } else {
        double start = times.numberAt(row);
        double seconds = span.next(start, context.zone()) - start;
        out.append(sums.numberAt(row) * unit / seconds);
      }
    }
    return out.build();
  }
}
