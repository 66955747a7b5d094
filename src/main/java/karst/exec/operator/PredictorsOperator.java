package karst.exec.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Predictors;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;
import karst.vector.Vector;

/**
 * Tells the class of a row by a column's number: it is the class whose numbers have the nearest
 * mean. How often that is right is how well the column tells the class.
 */
public final class PredictorsOperator extends BlockingOperator {
  private final Predictors predictors;
  private final Schema schema;

  /** Creates an operator. */
  public PredictorsOperator(
      Predictors predictors,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("analyzefields", inputs.get(0), schemas.get(0), context);
    this.predictors = predictors;
    this.schema = schema;
  }

  @Override
  Batch transform(Batch all) {
    RowWriter writer = new RowWriter(schema);
    Vector told = all.vector(predictors.told());
    for (int column : predictors.columns()) {
      Vector values = all.vector(column);
      int count = 0;
      int classes = 0;
      int both = 0;
      boolean numeric = true;
      for (int row = 0; row < all.rowCount(); row++) {
        boolean present = !values.isNull(row);
        count += present ? 1 : 0;
        classes += told.isNull(row) ? 0 : 1;
        both += present && !told.isNull(row) ? 1 : 0;
        numeric &= !present || !Double.isNaN(FiniteNumbers.at(values, row));
      }
      List<Members> found = numeric ? classes(told, values) : List.of();
      int right = found.stream().mapToInt(one -> one.right).sum();
      double balance =
          found.stream().mapToDouble(one -> (double) one.right / one.numbers.size()).sum();
      writer.append(
          all.schema().column(column).name(),
          count,
          classes == 0 ? null : (Object) ((double) both / classes),
          found.isEmpty() ? null : (Object) ((double) right / both),
          found.isEmpty() ? null : (Object) (balance / found.size()));
    }
    return writer.build();
  }

  /** The numbers of the rows of one class. */
  private static final class Members {
    private final List<Double> numbers = new ArrayList<>();
    private double sum;
    private int right;

    double mean() {
      return sum / numbers.size();
    }
  }

  private static List<Members> classes(Vector told, Vector values) {
    Map<String, Members> classes = new LinkedHashMap<>();
    for (int row = 0; row < values.size(); row++) {
      String text = TextOf.row(told, row);
      if (text != null && !values.isNull(row)) {
        Members one = classes.computeIfAbsent(text, first -> new Members());
        double number = FiniteNumbers.at(values, row);
        one.numbers.add(number);
        one.sum += number;
      }
    }
    List<Members> all = List.copyOf(classes.values());
    for (Members one : all) {
      for (double number : one.numbers) {
        one.right += nearest(number, all) == one ? 1 : 0;
      }
    }
    return all;
  }

  private static Members nearest(double number, List<Members> all) {
    Members nearest = all.get(0);
    for (Members one : all) {
      if (Math.abs(number - one.mean()) < Math.abs(number - nearest.mean())) {
        nearest = one;
      }
    }
    return nearest;
  }
}
