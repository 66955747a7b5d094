package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import karst.exec.Operator;
import karst.exec.RunContext;
import karst.plan.rel.Forecast;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.Vector;
import karst.vector.VectorBuilder;

/** Adds what is expected of numbers by those before them. */
public final class ForecastOperator extends BlockingOperator {
  private final Forecast forecast;
  private final Schema schema;
  private final RunContext context;

  /** Creates an operator over the only input. */
  public ForecastOperator(
      Forecast forecast,
      List<Operator> inputs,
      List<Schema> schemas,
      Schema schema,
      RunContext context) {
    super("the prediction", inputs.get(0), schemas.get(0), context);
    this.forecast = forecast;
    this.schema = schema;
    this.context = context;
  }

  @Override
  Batch transform(Batch all) {
    int used = Math.max(0, all.rowCount() - forecast.holdback());
    int predicted = used == 0 ? 0 : used + forecast.future();
    int rows = Math.max(all.rowCount(), predicted);
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < all.vectors().size(); i++) {
      vectors.add(longer(all.vector(i), rows, i == forecast.time()));
    }
    for (int column : forecast.columns()) {
      Prediction prediction = prediction(all.vector(column), used, predicted);
      for (double bound : forecast.bounds()) {
        vectors.add(column(prediction, bound, rows));
      }
    }
    return Batch.of(schema, vectors, rows);
  }

  /** Goes on with nothing, or with times that are as far apart as the last two. */
  private static Vector longer(Vector vector, int rows, boolean times) {
    int size = vector.size();
    if (rows == size) {
      return vector;
    }
    VectorBuilder out = new VectorBuilder(rows);
    out.appendAll(vector);
    double last = times && size > 1 ? SeriesOperator.number(vector, size - 1) : Double.NaN;
    double step = last - (size > 1 ? SeriesOperator.number(vector, size - 2) : Double.NaN);
    for (int row = size; row < rows; row++) {
      last += step;
      if (Double.isNaN(last)) {
        out.appendNull();
      } else {
        out.append(last);
      }
    }
    return out.build();
  }

  private Prediction prediction(Vector vector, int used, int length) {
    double[] values = new double[used];
    int seen = 0;
    for (int row = 0; row < used; row++) {
      double number = SeriesOperator.number(vector, row);
      values[row] = Double.isInfinite(number) ? Double.NaN : number;
      seen += Double.isNaN(values[row]) ? 0 : 1;
    }
    int period = forecast.period() == 0 ? Period.of(values) : forecast.period();
    boolean seasonal = forecast.model() == Forecast.Model.SEASON;
    if (seen < Math.max(forecast.model().least(), seasonal ? 2 * period : 0)) {
      context.report(forecast.tooFew());
      double[] nothing = new double[length];
      Arrays.fill(nothing, Double.NaN);
      return new Prediction(nothing, nothing);
    }
    return switch (forecast.model()) {
      case LEVEL -> LocalLevel.predict(values, length, 1);
      case TREND -> LocalTrend.predict(values, length);
      case SEASON -> LocalLevel.predict(values, length, period);
      case TREND_AND_SEASON ->
          period == 1
              ? LocalTrend.predict(values, length)
              : Prediction.between(
                  LocalTrend.predict(values, length), LocalLevel.predict(values, length, period));
    };
  }

  private static Vector column(Prediction prediction, double bound, int rows) {
    VectorBuilder out = new VectorBuilder(rows);
    for (int row = 0; row < rows; row++) {
      double number = Double.NaN;
      if (row < prediction.means().length) {
        double deviation = Math.sqrt(prediction.variances()[row]);
        number = prediction.means()[row] + (bound == 0 ? 0 : bound * deviation);
      }
      if (Double.isFinite(number)) {
        out.append(number);
      } else {
        out.appendNull();
      }
    }
    return out.build();
  }
}
