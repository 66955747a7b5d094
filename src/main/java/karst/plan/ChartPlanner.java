package karst.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.AggregateCall;
import karst.command.SeriesFilter;
import karst.command.SeriesOptions;
import karst.function.library.BucketFunctions;
import karst.source.Diagnostics;
import karst.type.Numbers;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.Vector;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Plans chart and timechart: the rows are grouped by row and series and that is run, since the
 * series make the columns. Where values share a column, their rows are grouped anew: an average of
 * averages is none.
 */
public final class ChartPlanner {
  // Series that are no values; no text of a table is one control character alone.
  private static final String ABSENT = "\u0000";
  private static final String OTHER = "\u0001";
  private static final String RANK = "$rank";

  private final RelNode base;
  private final PlanContext context;
  private final SeriesOptions options;
  private final List<AggregateCall> calls;
  private final List<Made> resolved;

  /** Creates a planner over the rows of a plan. */
  public ChartPlanner(PlanBuilder plan, SeriesOptions options, List<AggregateCall> calls) {
    this.base = plan.node();
    this.context = plan.context();
    this.options = options;
    this.calls = List.copyOf(calls);
    // Of two with one name the later one counts, at the place of the first.
    Map<String, Made> byName = new LinkedHashMap<>();
    AggregateResolver resolver = new AggregateResolver(silent(), plan);
    for (AggregateCall call : calls) {
      if (EvaluatedAggregates.isExpression(call)) {
        byName.put(call.name(), new Made(call.name(), false));
      } else {
        resolver
            .resolve(List.of(call), List.of())
            .forEach(
                one ->
                    byName.put(one.name(), new Made(one.name(), one.function().zeroWhenEmpty())));
      }
    }
    this.resolved = List.copyOf(byName.values());
  }

  /**
   * What is made of the rows of a cell.
   *
   * @param zero whether it is 0 and not null where there are none
   */
  private record Made(String name, boolean zero) {}

  /** A context for what is planned a second time, whose faults are known. */
  private PlanContext silent() {
    return context.withDiagnostics(new Diagnostics(context.diagnostics().map()));
  }

  /** Goes on from the chart's rows. */
  public void chart(PlanBuilder plan, String name, RexNode row, RexNode column) {
    Column key = new Column(name, TypeMapping.fromRel(row.getType()));
    Grid grid = grid(row, column);
    if (grid == null) {
      plan.resumeUnknown(new Schema(List.of(key)));
      return;
    }
    RowAxis axis = new RowAxis(key, grid.rowValues(), grid.rowKeys());
    resume(plan, columns(grid, axis, row, column));
  }

  /** Goes on from rows. */
  static void resume(PlanBuilder plan, Batch rows) {
    plan.resume(new StageRows(rows.schema(), rows.rowCount() == 0 ? List.of() : List.of(rows)));
  }

  /**
   * The rows of a chart.
   *
   * @param name the column of their keys
   * @param values the keys, in order
   * @param keys the texts of the keys
   */
  record RowAxis(Column name, Vector values, List<String> keys) {}

  /**
   * Runs the grouping.
   *
   * @param row what makes rows, over the plan's columns
   * @param column what makes series; null for one series
   * @return the aggregates; null while the search is only prepared, or faulty
   */
  @Nullable Grid grid(RexNode row, @Nullable RexNode column) {
    List<AggregateCall> wanted = new ArrayList<>(calls);
    SeriesFilter filter = options.filter();
    if (column == null || filter == null) {
      return run(context, row, column == null ? context.text(OTHER) : present(column), wanted);
    }
    AggregateCall rank = filter.aggregate();
    wanted.add(
        new AggregateCall(
            rank.function(),
            rank.field(),
            rank.expression(),
            rank.parameter(),
            RANK,
            true,
            rank.span()));
    return run(context, row, present(column), wanted);
  }

  private RexNode present(RexNode column) {
    return options.absent().isEmpty()
        ? column
        : context
            .rex()
            .makeCall(
                context.type(SplType.DYNAMIC),
                SpecialOperators.FIRST_PRESENT,
                List.of(column, context.text(ABSENT)));
  }

  private @Nullable Grid run(
      PlanContext runContext, RexNode row, RexNode series, List<AggregateCall> wanted) {
    PlanBuilder plan = new PlanBuilder(runContext);
    plan.set(base);
    List<AggregationPlanner.Key> keys =
        List.of(
            new AggregationPlanner.Key("$row", row), new AggregationPlanner.Key("$series", series));
    AggregationPlanner.ofChart(plan, keys, wanted);
    if (runContext.diagnostics().hasErrors()) {
      return null;
    }
    StageRows rows = plan.run();
    return rows == null ? null : new Grid(rows);
  }

  /** Returns the columns for rows of which some may be without a group. */
  Batch columns(Grid grid, RowAxis axis) {
    Map<String, Vector> columns = new LinkedHashMap<>();
    columns.put(axis.name().name(), axis.values());
    for (int i = 0; i < resolved.size(); i++) {
      columns.put(resolved.get(i).name(), cells(grid, OTHER, i, axis));
    }
    return batch(axis, columns);
  }

  /** Returns a column for each series and aggregation. */
  Batch columns(Grid grid, RowAxis axis, RexNode row, RexNode column) {
    List<String> chosen = chosen(grid);
    boolean others = grid.series().stream().anyMatch(s -> !s.equals(ABSENT) && !chosen.contains(s));
    Grid shown = grid;
    if (others && !options.other().isEmpty()) {
      Grid again = run(silent(), row, oneOf(present(column), chosen), calls);
      shown = again == null ? grid : again;
    }
    Map<String, Vector> columns = new LinkedHashMap<>();
    columns.put(axis.name().name(), axis.values());
    for (int i = 0; i < resolved.size(); i++) {
      for (String series : chosen) {
        columns.put(name(i, value(series, axis)), cells(shown, series, i, axis));
      }
      if (others && !options.other().isEmpty()) {
        columns.put(name(i, options.other()), cells(shown, OTHER, i, axis));
      }
      if (grid.series().contains(ABSENT)) {
        columns.put(name(i, options.absent()), cells(shown, ABSENT, i, axis));
      }
    }
    return batch(axis, columns);
  }

  private RexNode oneOf(RexNode column, List<String> chosen) {
    List<RexNode> operands = new ArrayList<>();
    operands.add(column);
    operands.add(context.text(OTHER));
    chosen.forEach(series -> operands.add(context.text(series)));
    operands.add(context.text(ABSENT));
    return context.rex().makeCall(ScalarOperator.of(BucketFunctions.ONE_OF), operands);
  }

  private Vector cells(Grid grid, String series, int aggregate, RowAxis axis) {
    boolean zero = resolved.get(aggregate).zero();
    return grid.cells(series, aggregate, axis.keys(), zero);
  }

  private Batch batch(RowAxis axis, Map<String, Vector> columns) {
    List<Column> schema = new ArrayList<>();
    for (String name : columns.keySet()) {
      schema.add(schema.isEmpty() ? axis.name() : new Column(name, SplType.DYNAMIC));
    }
    return Batch.of(new Schema(schema), List.copyOf(columns.values()), axis.keys().size());
  }

  /** The series that have columns, numbers by their size, texts by their bytes. */
  private List<String> chosen(Grid grid) {
    List<String> chosen = new ArrayList<>(grid.series());
    chosen.remove(ABSENT);
    SeriesFilter filter = options.filter();
    if (filter == null) {
      if (options.limit() > 0) {
        chosen = first(chosen, options.limit(), options.smallest(), grid, 0);
      }
    } else {
      int rank = resolved.size();
      List<String> all = List.copyOf(chosen);
      long count = (long) filter.number();
      switch (filter.relation()) {
        case IN_TOP -> chosen = first(all, count, false, grid, rank);
        case IN_BOTTOM -> chosen = first(all, count, true, grid, rank);
        case NOT_IN_TOP -> chosen.removeAll(first(all, count, false, grid, rank));
        case NOT_IN_BOTTOM -> chosen.removeAll(first(all, count, true, grid, rank));
        case GREATER -> chosen.removeIf(series -> grid.sum(series, rank) <= filter.number());
        case LESS -> chosen.removeIf(series -> grid.sum(series, rank) >= filter.number());
      }
    }
    boolean numbers = chosen.stream().allMatch(Numbers::isNumber);
    chosen.sort(ValueOrder.TEXT);
    if (numbers) {
      chosen.sort(ValueOrder.NUMERIC);
    }
    return chosen;
  }

  private static List<String> first(
      List<String> series, long count, boolean smallest, Grid grid, int aggregate) {
    Comparator<String> bySum = Comparator.comparingDouble(s -> grid.sum(s, aggregate));
    return new ArrayList<>(
        series.stream()
            .sorted((smallest ? bySum : bySum.reversed()).thenComparing(ValueOrder.TEXT))
            .limit(count)
            .toList());
  }

  /** A value that would make a name of another meaning is marked as a value. */
  private String value(String series, RowAxis axis) {
    boolean taken =
        series.startsWith("_")
            || series.equals(axis.name().name())
            || series.equals(options.other())
            || series.equals(options.absent());
    return taken ? "VALUE_" + series : series;
  }

  private String name(int aggregate, String value) {
    String call = resolved.get(aggregate).name();
    if (options.format() != null) {
      return options.format().replace("$AGG$", call).replace("$VAL$", value);
    }
    return resolved.size() == 1 ? value : call + options.separator() + value;
  }
}
