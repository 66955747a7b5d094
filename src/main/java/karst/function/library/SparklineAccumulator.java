package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.function.AggregateFunction;
import karst.type.Numbers;
import karst.type.SpanChoice;
import karst.type.TimeSpan;
import karst.vector.ListVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The results of an aggregation in each step of time, after a text that tells those who show the
 * rows to draw them. The steps of all groups are the same, and since they depend on all rows, these
 * are kept until the end.
 */
final class SparklineAccumulator implements Accumulator {
  /** What a sparkline begins with. */
  static final String MARK = "##__SPARKLINE__##";

  /** The most steps; the later ones are left out. */
  static final int MAX_STEPS = 100;

  private final AggregateFunction inner;
  private final AggregateContext context;
  private final SparklineSteps steps;
  private int[] groups = new int[8];
  private double[] times = new double[8];
  private int rows;
  private @Nullable VectorBuilder arguments;

  SparklineAccumulator(AggregateFunction inner, AggregateContext context, SparklineSteps steps) {
    this.inner = inner;
    this.context = context;
    this.steps = steps;
  }

  @Override
  public void add(
      int[] rowGroups,
      int groupCount,
      @Nullable Vector argument,
      @Nullable Vector time,
      int count) {
    reserve(count);
    double[] rowTimes = Times.of(time, count);
    for (int row = 0; row < count; row++) {
      if (rowGroups[row] >= 0 && !Double.isNaN(rowTimes[row])) {
        add(rowGroups[row], rowTimes[row], argument, row);
      }
    }
  }

  private void add(int group, double time, @Nullable Vector argument, int row) {
    groups[rows] = group;
    times[rows++] = time;
    if (argument != null) {
      if (arguments == null) {
        arguments = new VectorBuilder(8);
      }
      arguments.append(argument, row);
    }
  }

  private void reserve(int more) {
    if (rows + more > groups.length) {
      int room = GroupArrays.room(groups.length, rows + more);
      groups = Arrays.copyOf(groups, room);
      times = Arrays.copyOf(times, room);
    }
  }

  @Override
  public void merge(Accumulator other, int[] newGroups, int groupCount) {
    SparklineAccumulator that = (SparklineAccumulator) other;
    Vector values = that.arguments == null ? null : that.arguments.build();
    reserve(that.rows);
    for (int row = 0; row < that.rows; row++) {
      add(newGroups[that.groups[row]], that.times[row], values, row);
    }
  }

  @Override
  public Vector result(int groupCount) {
    double low = steps.earliest();
    double high = steps.latest();
    for (int row = 0; row < rows; row++) {
      low = Math.min(low, times[row]);
      high = Math.max(high, times[row]);
    }
    TimeSpan span = span(low, high);
    double[] starts = rows == 0 ? new double[0] : starts(span, low, high);
    int[] cells = cells(span, starts);
    int size = starts.length;
    int cellCount = groupCount * size;
    Accumulator points = inner.accumulator(context);
    points.add(cells, cellCount, arguments == null ? null : arguments.build(), null, rows);
    Vector results = points.result(cellCount);
    int[] offsets = new int[groupCount + 1];
    StringVector.Builder texts = new StringVector.Builder(groupCount * (size + 1));
    for (int group = 0; group < groupCount; group++) {
      int values = size == 0 ? 0 : size + 1;
      offsets[group + 1] = offsets[group] + values;
      for (int i = 0; i < values; i++) {
        texts.append(i == 0 ? MARK : text(results, group * size + i - 1));
      }
    }
    return new ListVector(offsets, texts.build(), groupCount);
  }

  /** Where nothing is, a line is at 0. */
  private static String text(Vector results, int cell) {
    if (results.isNull(cell)) {
      return "0";
    }
    return switch (results.kindAt(cell)) {
      case NUMBER -> Numbers.format(results.numberAt(cell));
      case TEXT, LIST, BOOLEAN, NULL -> results.textAt(cell);
    };
  }

  private double[] starts(TimeSpan span, double low, double high) {
    double[] starts = new double[MAX_STEPS];
    int size = 0;
    double start = span.floor(low, steps.zone());
    while (start <= high && size < MAX_STEPS) {
      starts[size++] = start;
      start = span.next(start, steps.zone());
    }
    return Arrays.copyOf(starts, size);
  }

  private TimeSpan span(double low, double high) {
    TimeSpan given = steps.span();
    return given == null ? SpanChoice.ofTimes(low, high, MAX_STEPS, null, steps.zone()) : given;
  }

  /** The cell of each row, of which a group has one for each step; -1 behind the last one. */
  private int[] cells(TimeSpan span, double[] starts) {
    int size = starts.length;
    int[] cells = new int[rows];
    double end = size == 0 ? 0 : span.next(starts[size - 1], steps.zone());
    for (int row = 0; row < rows; row++) {
      int found = Arrays.binarySearch(starts, times[row]);
      int step = Math.max(found < 0 ? -found - 2 : found, 0);
      cells[row] = times[row] < end ? groups[row] * size + step : -1;
    }
    return cells;
  }

  @Override
  public long bytes() {
    return 12L * groups.length + (arguments == null ? 0 : arguments.memory());
  }
}
