package karst.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.FieldName;
import karst.command.Anomalousvalue;
import karst.command.AnomalyAction;
import karst.function.Row;
import karst.function.library.NormalDistribution;
import karst.type.SplType;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.Kind;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.TextOf;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/**
 * Plans what finds values that are rare, or far from the mean of their field. Which columns there
 * are depends on the values, so the rows are run first.
 */
public final class AnomalousValues {
  private static final List<String> SUMMARY =
      List.of(
          "fieldname",
          "count",
          "distinct_count",
          "isNum",
          "mean",
          "stdev",
          "catAnoFreq%",
          "catNormFreq%",
          "numAnoFreq%",
          "numNormFreq%",
          "useCat",
          "useNum");

  private final double threshold;
  private final Anomalousvalue.Limits limits;
  private final AnomalyAction action;

  /**
   * Creates a planner.
   *
   * @param threshold a value is an anomaly if it is less likely than this
   * @param limits which fields are looked at
   */
  public AnomalousValues(AnomalyAction action, double threshold, Anomalousvalue.Limits limits) {
    this.action = action;
    this.threshold = threshold;
    this.limits = limits;
  }

  /** Goes on from the rows, or the table about them. */
  public void apply(PlanBuilder plan, List<FieldName> fields) {
    List<Integer> positions = new ColumnPlanner(plan).positions(fields);
    StageRows rows = plan.run();
    Schema columns = new Schema(SUMMARY.stream().map(AnomalousValues::column).toList());
    if (rows == null) {
      Schema input = TypeMapping.schemaOf(plan.node().getRowType());
      plan.resumeUnknown(action == AnomalyAction.SUMMARY ? columns : input);
      return;
    }
    Batch all = rows.whole();
    List<Field> found = new ArrayList<>();
    for (int position : positions) {
      found.add(field(all.schema().column(position).name(), all.vector(position)));
    }
    ChartPlanner.resume(
        plan, action == AnomalyAction.SUMMARY ? summary(columns, found) : chosen(all, found));
  }

  private static Column column(String name) {
    boolean text = name.equals("fieldname") || name.startsWith("use") || name.equals("isNum");
    return new Column(name, text ? SplType.STRING : SplType.NUMBER);
  }

  /**
   * What is found about a field.
   *
   * @param count how many rows have it
   * @param distinct how many values it has
   * @param mean the mean of its numbers; NaN unless all its values are numbers
   * @param rarity for each row how often its value occurs; NaN without a value
   * @param distance for each row how likely a number as far from the mean is; NaN without a number
   * @param used whether its anomalies count
   */
  private record Field(
      String name,
      int count,
      int distinct,
      double mean,
      double deviation,
      double[] rarity,
      double[] distance,
      boolean used) {
    boolean numeric() {
      return !Double.isNaN(mean);
    }

    double[] likelihood() {
      return numeric() ? distance : rarity;
    }
  }

  private Field field(String name, Vector values) {
    int rows = values.size();
    Map<String, Integer> counts = new HashMap<>();
    int count = 0;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      if (!values.isNull(row)) {
        count++;
        counts.merge(String.valueOf(TextOf.row(values, row)), 1, Integer::sum);
        sum += number(values, row);
      }
    }
    double mean = count == 0 ? Double.NaN : sum / count;
    double squares = 0;
    for (int row = 0; row < rows; row++) {
      squares += values.isNull(row) ? 0 : Math.pow(number(values, row) - mean, 2);
    }
    double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
    double[] rarity = new double[rows];
    double[] distance = new double[rows];
    for (int row = 0; row < rows; row++) {
      boolean absent = values.isNull(row);
      String text = String.valueOf(TextOf.row(values, row));
      rarity[row] = absent ? Double.NaN : (double) counts.getOrDefault(text, 0) / count;
      distance[row] =
          absent ? Double.NaN : NormalDistribution.beyond(number(values, row) - mean, deviation);
    }
    boolean supported = count >= limits.count() && count >= limits.part() * rows;
    double part = part(Double.isNaN(mean) ? rarity : distance, count);
    boolean used = supported && count > 0 && part <= limits.most() && part >= limits.least();
    return new Field(name, count, counts.size(), mean, deviation, rarity, distance, used);
  }

  /** A finite number; NaN for anything else. */
  private static double number(Vector values, int row) {
    Kind kind = values.kindAt(row);
    double number =
        kind == Kind.NUMBER || kind == Kind.TEXT ? Row.numberOf(values, row) : Double.NaN;
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  private double part(double[] likelihood, int count) {
    long anomalies = 0;
    for (double value : likelihood) {
      anomalies += value < threshold ? 1 : 0;
    }
    return count == 0 ? 0 : (double) anomalies / count;
  }

  private Batch summary(Schema schema, List<Field> fields) {
    List<VectorBuilder> columns = new ArrayList<>();
    schema.columns().forEach(column -> columns.add(new VectorBuilder(fields.size())));
    for (Field field : fields) {
      columns.get(0).append(field.name());
      columns.get(1).append(field.count());
      columns.get(2).append(field.distinct());
      columns.get(3).append(field.numeric() ? "YES" : "NO");
      double rare = 100 * part(field.rarity(), field.count());
      double far = 100 * part(field.distance(), field.count());
      List<Double> numbers =
          List.of(field.mean(), field.deviation(), rare, 100 - rare, far, 100 - far);
      for (int i = 0; i < numbers.size(); i++) {
        boolean known = field.numeric() || i == 2 || i == 3;
        if (known && field.count() > 0) {
          columns.get(4 + i).append(numbers.get(i));
        } else {
          columns.get(4 + i).appendNull();
        }
      }
      columns.get(10).append(field.used() && !field.numeric() ? "YES" : "NO");
      columns.get(11).append(field.used() && field.numeric() ? "YES" : "NO");
    }
    return Batch.of(schema, columns.stream().map(VectorBuilder::build).toList(), fields.size());
  }

  private Batch chosen(Batch all, List<Field> fields) {
    List<Field> used = fields.stream().filter(Field::used).toList();
    if (action == AnomalyAction.ANNOTATE) {
      return annotated(all, used);
    }
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < all.rowCount(); row++) {
      int at = row;
      if (used.stream().anyMatch(field -> field.likelihood()[at] < threshold)) {
        kept.add(row);
      }
    }
    return all.select(Selection.of(kept.stream().mapToInt(row -> row).toArray(), kept.size()))
        .packed();
  }

  private Batch annotated(Batch all, List<Field> used) {
    Map<String, Vector> columns = new LinkedHashMap<>();
    List<Column> schema = new ArrayList<>();
    for (int i = 0; i < all.schema().size(); i++) {
      columns.put(all.schema().column(i).name(), all.vector(i));
    }
    for (Field field : used) {
      VectorBuilder scores = new VectorBuilder(all.rowCount());
      for (double likelihood : field.likelihood()) {
        if (likelihood < threshold) {
          scores.append(likelihood);
        } else {
          scores.appendNull();
        }
      }
      String kind = field.numeric() ? "Num" : "Cat";
      columns.put("Anomaly_Score_" + kind + "(" + field.name() + ")", scores.build());
    }
    columns.keySet().forEach(name -> schema.add(new Column(name, SplType.DYNAMIC)));
    return Batch.of(new Schema(schema), List.copyOf(columns.values()), all.rowCount());
  }
}
