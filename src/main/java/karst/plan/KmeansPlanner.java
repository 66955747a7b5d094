package karst.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Kmeans;
import karst.function.Row;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Plans clusters of rows by their numbers. Which fields have numbers, and so which centres are
 * added, depends on the rows, so they are run first.
 */
public final class KmeansPlanner {
  private static final Schema SUMMARY =
      new Schema(
          List.of(
              new Column("k", SplType.NUMBER),
              new Column("sizes", SplType.DYNAMIC),
              new Column("distortion", SplType.NUMBER)));

  private final Kmeans command;

  /** Creates a planner. */
  public KmeansPlanner(Kmeans command) {
    this.command = command;
  }

  /** Goes on from the rows with their clusters, or from the table about them. */
  public void apply(PlanBuilder plan) {
    List<Integer> positions = new ColumnPlanner(plan).positions(command.fields());
    boolean several = command.to() > command.from();
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(several ? SUMMARY : TypeMapping.schemaOf(plan.node().getRowType()));
      return;
    }
    Batch all = rows.whole();
    List<Integer> used = new ArrayList<>();
    for (int position : positions) {
      if (!command.fields().isEmpty() || isNumeric(all.vector(position))) {
        used.add(position);
      }
    }
    int[] pointOf = new int[all.rowCount()];
    double[][] points = points(all, used, pointOf);
    ChartPlanner.resume(plan, several ? summary(points) : clustered(all, used, pointOf, points));
  }

  private static boolean isNumeric(Vector values) {
    boolean any = false;
    for (int row = 0; row < values.size(); row++) {
      boolean number = !Double.isNaN(number(values, row));
      if (!number && !values.isNull(row)) {
        return false;
      }
      any |= number;
    }
    return any;
  }

  /** A finite number; NaN for anything else. */
  private static double number(Vector values, int row) {
    Kind kind = values.kindAt(row);
    double number =
        kind == Kind.NUMBER || kind == Kind.TEXT ? Row.numberOf(values, row) : Double.NaN;
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  /** The rows with a number in each column; the others are no points. */
  private static double[][] points(Batch all, List<Integer> used, int[] pointOf) {
    List<double[]> points = new ArrayList<>();
    for (int row = 0; row < pointOf.length; row++) {
      double[] point = new double[used.size()];
      boolean whole = !used.isEmpty();
      for (int i = 0; i < point.length; i++) {
        point[i] = number(all.vector(used.get(i)), row);
        whole &= !Double.isNaN(point[i]);
      }
      pointOf[row] = whole ? points.size() : -1;
      if (whole) {
        points.add(point);
      }
    }
    return points.toArray(new double[0][]);
  }

  private Batch summary(double[][] points) {
    VectorBuilder numbers = new VectorBuilder(8);
    VectorBuilder sizes = new VectorBuilder(8);
    VectorBuilder distortions = new VectorBuilder(8);
    for (int k = command.from(); k <= command.to() && points.length > 0; k++) {
      Clustering.Result result = new Clustering(points, command).best(k);
      VectorBuilder list = new VectorBuilder(k);
      for (int size : result.sizes()) {
        list.append(size);
      }
      int count = list.size();
      numbers.append(k);
      sizes.appendList(list.build(), 0, count);
      distortions.append(result.distortion());
    }
    int rows = numbers.size();
    return Batch.of(SUMMARY, List.of(numbers.build(), sizes.build(), distortions.build()), rows);
  }

  private Batch clustered(Batch all, List<Integer> used, int[] pointOf, double[][] points) {
    Clustering.Result result = new Clustering(points, command).best(command.from());
    Map<String, Vector> columns = new LinkedHashMap<>();
    for (int i = 0; i < all.schema().size(); i++) {
      columns.put(all.schema().column(i).name(), all.vector(i));
    }
    VectorBuilder numbers = new VectorBuilder(pointOf.length);
    for (int point : pointOf) {
      if (point < 0) {
        numbers.appendNull();
      } else {
        numbers.append(result.cluster()[point] + 1);
      }
    }
    columns.put(command.field(), numbers.build());
    for (int i = 0; i < used.size() && command.centroids(); i++) {
      VectorBuilder centers = new VectorBuilder(pointOf.length);
      for (int point : pointOf) {
        if (point < 0) {
          centers.appendNull();
        } else {
          centers.append(result.centers()[result.cluster()[point]][i]);
        }
      }
      columns.put("centroid_" + all.schema().column(used.get(i)).name(), centers.build());
    }
    List<Column> schema = new ArrayList<>();
    columns.keySet().forEach(name -> schema.add(new Column(name, SplType.DYNAMIC)));
    return Batch.of(new Schema(schema), List.copyOf(columns.values()), all.rowCount());
  }
}
