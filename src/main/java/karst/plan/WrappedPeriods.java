package karst.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import karst.command.Timewrap;
import karst.function.Row;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.SplType;
import karst.type.TimeFormat;
import karst.type.WrapPeriod;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a time chart by the periods that they lie in, counted back from an end: a column for each
 * period that has rows, and a row for each time within a period.
 */
public final class WrappedPeriods {
  /** More periods than this are a mistake rather than a chart. */
  private static final int MAX_PERIODS = 1000;

  private static final String TIME = "_time";

  private final Timewrap command;
  private final PlanContext context;
  private final WrapPeriod period;

  /** Creates what a command asks for. */
  public WrappedPeriods(Timewrap command, PlanContext context) {
    this.command = command;
    this.context = context;
    this.period = WrapPeriod.parse(command.period());
  }

  /** A row of the chart and its time. */
  private record Place(Batch batch, int row, double time) {}

  /** Returns the wrapped rows. */
  public StageRows of(StageRows rows) {
    List<Place> places = places(rows);
    double end = end(places);
    double first = places.stream().mapToDouble(Place::time).min().orElse(end);
    if ((end - first) / period.seconds() > MAX_PERIODS) {
      throw Diagnostic.error(
              DiagnosticCode.ROW_LIMIT,
              "`timewrap` would make more than " + MAX_PERIODS + " series of each column")
          .hint("take a longer period")
          .at(context.diagnostics().map(), command.span())
          .toException();
    }
    double latest = period.before(end, 1, context.zone());
    TreeMap<Long, Map<Double, Place>> periods = new TreeMap<>();
    TreeMap<Double, Integer> times = new TreeMap<>();
    for (Place place : places) {
      long back = periodOf(place.time(), end);
      double time = latest + place.time() - period.before(end, back + 1, context.zone());
      periods.computeIfAbsent(back, key -> new TreeMap<>()).put(time, place);
      times.put(time, 0);
    }
    return table(rows.schema(), periods, List.copyOf(times.keySet()), end);
  }

  private static List<Place> places(StageRows rows) {
    List<Place> places = new ArrayList<>();
    int column = rows.schema().indexOf(TIME);
    for (Batch batch : rows.batches()) {
      for (int row = 0; column >= 0 && row < batch.rowCount(); row++) {
        Vector times = batch.vector(column);
        boolean single = times.kindAt(row) == Kind.NUMBER || times.kindAt(row) == Kind.TEXT;
        double time = single ? Row.numberOf(times, row) : Double.NaN;
        if (Double.isFinite(time)) {
          places.add(new Place(batch, row, time));
        }
      }
    }
    return places;
  }

  /** The end of the search; without one the last row's time and the least distance of two rows. */
  private double end(List<Place> places) {
    @Nullable Double latest = context.range().latest();
    if (command.alignsNow()) {
      return context.now();
    }
    if (latest != null) {
      return latest;
    }
    double[] times = places.stream().mapToDouble(Place::time).distinct().sorted().toArray();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < times.length; i++) {
      least = Math.min(least, times[i] - times[i - 1]);
    }
    double last = times.length == 0 ? context.now() : times[times.length - 1];
    return last + (Double.isFinite(least) ? least : 1);
  }

  /** Rows after the end belong to the last period. */
  private long periodOf(double time, double end) {
    long back = 0;
    while (period.before(end, back + 1, context.zone()) > time) {
      back++;
    }
    return back;
  }

  private StageRows table(
      Schema schema, TreeMap<Long, Map<Double, Place>> periods, List<Double> times, double end) {
    List<Column> columns = new ArrayList<>(List.of(new Column(TIME, SplType.TIME)));
    VectorBuilder starts = new VectorBuilder(times.size());
    times.forEach(time -> starts.append(time.doubleValue()));
    List<Vector> vectors = new ArrayList<>(List.of(starts.build()));
    for (int column = 0; column < schema.size(); column++) {
      String name = schema.column(column).name();
      if (FieldPattern.isInternal(name)) {
        continue;
      }
      for (Map.Entry<Long, Map<Double, Place>> series : periods.descendingMap().entrySet()) {
        columns.add(
            new Column(name + "_" + suffix(series.getKey(), end), schema.column(column).type()));
        vectors.add(cells(series.getValue(), column, times));
      }
    }
    Schema wrapped = new Schema(columns);
    Batch batch = Batch.of(wrapped, vectors, times.size());
    return new StageRows(wrapped, times.isEmpty() ? List.of() : List.of(batch));
  }

  private static Vector cells(Map<Double, Place> places, int column, List<Double> times) {
    VectorBuilder out = new VectorBuilder(times.size());
    for (Double time : times) {
      Place place = places.get(time);
      if (place == null) {
        out.appendNull();
      } else {
        out.append(place.batch().vector(column), place.row());
      }
    }
    return out.build();
  }

  private String suffix(long back, double end) {
    return switch (command.series()) {
      case RELATIVE -> period.name(back);
      case SHORT -> "s" + back;
      case EXACT ->
          TimeFormat.compile(command.timeFormat())
              .format(period.before(end, back + 1, context.zone()), context.zone());
    };
  }
}
