package karst.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.AggregateCall;
import karst.command.Geostats;
import karst.command.SeriesOptions;
import karst.plan.rel.MapSquares;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.apache.calcite.rel.RelNode;

/** Plans aggregations by squares of a map: those of stats or chart, with the square as row. */
public final class GeostatsPlanner {
  private static final String SQUARE = "geobin";

  private final Geostats command;
  private final PlanBuilder plan;
  private final List<AggregateCall> means;

  /** Creates a planner. */
  public GeostatsPlanner(Geostats command, PlanBuilder plan) {
    this.command = command;
    this.plan = plan;
    this.means =
        List.of(
            mean(command.squares().latitude(), command.latitude()),
            mean(command.squares().longitude(), command.longitude()));
  }

  private static AggregateCall mean(FieldName field, String name) {
    return new AggregateCall("avg", field, null, Double.NaN, name, true, field.span());
  }

  /** Goes on from the squares. */
  public void apply() {
    Geostats.Squares squares = command.squares();
    ColumnPlanner planner = new ColumnPlanner(plan);
    int latitude = planner.position(squares.latitude());
    int longitude = planner.position(squares.longitude());
    planner.add(
        new MapSquares(latitude, longitude, squares.height(), squares.width(), squares.levels()),
        List.of(new Column(SQUARE, SplType.STRING)));
    FieldName by = command.by();
    List<AggregateCall> calls = new ArrayList<>(means);
    calls.addAll(command.aggregates());
    if (by == null) {
      aggregate(plan, List.of(SQUARE), calls);
    } else if (!command.columns()) {
      plan.field(by);
      aggregate(plan, List.of(SQUARE, by.name()), calls);
    } else {
      columns(by);
    }
  }

  private static void aggregate(PlanBuilder plan, List<String> by, List<AggregateCall> calls) {
    List<AggregationPlanner.Key> keys = new ArrayList<>();
    for (String name : by) {
      FieldName field = new FieldName(name, calls.get(0).span());
      keys.add(
          new AggregationPlanner.Key(
              name, plan.find(name) == null ? plan.context().nothing() : plan.field(field)));
    }
    new AggregationPlanner(plan, plan, false, false).aggregate(keys, calls);
  }

  /** Means are of all rows of a square, whatever columns they are in. */
  private void columns(FieldName by) {
    RelNode base = plan.node();
    SeriesOptions series =
        new SeriesOptions(command.limit(), false, "OTHER", "NULL", ": ", null, null);
    new ChartPlanner(plan, series, command.aggregates())
        .chart(plan, SQUARE, plan.field(new FieldName(SQUARE, by.span())), plan.field(by));
    StageRows charted = plan.context().diagnostics().hasErrors() ? null : plan.run();
    PlanBuilder places = new PlanBuilder(plan.context());
    places.set(base);
    aggregate(places, List.of(SQUARE), means);
    StageRows placed = charted == null ? null : places.run();
    if (charted == null || placed == null) {
      plan.resumeUnknown(
          new Schema(
              List.of(
                  new Column(SQUARE, SplType.STRING),
                  new Column(command.latitude(), SplType.NUMBER),
                  new Column(command.longitude(), SplType.NUMBER))));
      return;
    }
    ChartPlanner.resume(plan, together(charted.whole(), placed.whole()));
  }

  private Batch together(Batch charted, Batch placed) {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < placed.rowCount(); row++) {
      rowOf.put(String.valueOf(TextOf.row(placed.vector(0), row)), row);
    }
    List<Column> columns = new ArrayList<>(charted.schema().columns());
    List<Vector> vectors = new ArrayList<>(charted.vectors());
    for (int i = 1; i < placed.schema().size(); i++) {
      VectorBuilder means = new VectorBuilder(charted.rowCount());
      for (int row = 0; row < charted.rowCount(); row++) {
        String square = String.valueOf(TextOf.row(charted.vector(0), row));
        means.append(placed.vector(i), rowOf.getOrDefault(square, 0));
      }
      int taken = names(columns).indexOf(placed.schema().column(i).name());
      if (taken > 0) {
        columns.remove(taken);
        vectors.remove(taken);
      }
      columns.add(i, placed.schema().column(i));
      vectors.add(i, means.build());
    }
    return Batch.of(new Schema(columns), vectors, charted.rowCount());
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}
