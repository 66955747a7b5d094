package karst.exec.operator;

import java.util.Arrays;

/**
 * The local linear trend model of a series: its values scatter around a level that grows by a
 * slope, and both move at random. The Kalman filter follows them; how much they move beside the
 * scatter is what makes the seen values the most likely.
 */
final class LocalTrend {
  /** Logarithms of the motions' variances beside that of the scatter. */
  private static final double LOWEST = -14;

  private static final double HIGHEST = 8;
  private static final double STEP = 2;
  private static final int ROUNDS = 6;

  private final double[] values;
  private final double[] means;
  private final double[] variances;

  private LocalTrend(double[] values, int length) {
    this.values = values;
    this.means = new double[length];
    this.variances = new double[length];
  }

  /**
   * Returns what is expected of each row and of those after the last.
   *
   * @param values the seen ones, NaN where there is none
   * @param length how many rows are predicted, those with the seen values first
   */
  static Prediction predict(double[] values, int length) {
    LocalTrend model = new LocalTrend(values, length);
    double[] best = {LOWEST, LOWEST};
    double most = Double.NEGATIVE_INFINITY;
    for (double level = LOWEST; level <= HIGHEST; level += STEP) {
      for (double slope = LOWEST; slope <= HIGHEST; slope += STEP) {
        double likelihood = model.filter(level, slope);
        if (likelihood > most) {
          best = new double[] {level, slope};
          most = likelihood;
        }
      }
    }
    for (int round = 0; round < ROUNDS && most < Double.POSITIVE_INFINITY; round++) {
      double slope = best[1];
      double level = Prediction.top(x -> model.filter(x, slope), best[0] - STEP, best[0] + STEP);
      best[0] = level;
      best[1] = Prediction.top(x -> model.filter(level, x), slope - STEP, slope + STEP);
    }
    model.filter(best[0], best[1]);
    return new Prediction(model.means, model.variances);
  }

  /** Predicts every row and returns the logarithm of the likelihood of the seen values. */
  private double filter(double levelMotion, double slopeMotion) {
    double levelVariance = Math.exp(levelMotion);
    double slopeVariance = Math.exp(slopeMotion);
    Arrays.fill(means, Double.NaN);
    Arrays.fill(variances, Double.NaN);
    int first = nextSeen(0);
    int second = nextSeen(first + 1);
    if (second >= values.length) {
      return 0;
    }
    // All that is known at first is the line through two values; the scatter's variance is 1.
    double apart = second - first;
    double level = values[second];
    double slope = (values[second] - values[first]) / apart;
    double unsureLevel = 1;
    double unsureBoth = 1 / apart;
    double unsureSlope = (2 + apart * (levelVariance + slopeVariance)) / (apart * apart);
    double squares = 0;
    double logarithms = 0;
    int seen = 0;
    for (int row = second + 1; row < means.length; row++) {
      level += slope;
      unsureLevel += 2 * unsureBoth + unsureSlope + levelVariance;
      unsureBoth += unsureSlope;
      unsureSlope += slopeVariance;
      double variance = unsureLevel + 1;
      means[row] = level;
      variances[row] = variance;
      if (row < values.length && !Double.isNaN(values[row])) {
        double surprise = values[row] - level;
        squares += surprise * surprise / variance;
        logarithms += Math.log(variance);
        seen++;
        level += unsureLevel / variance * surprise;
        slope += unsureBoth / variance * surprise;
        unsureSlope -= unsureBoth * unsureBoth / variance;
        unsureLevel /= variance;
        unsureBoth /= variance;
      }
    }
    double scatter = seen == 0 ? Double.NaN : squares / seen;
    for (int row = 0; row < means.length; row++) {
      variances[row] *= scatter;
    }
    return seen == 0 ? 0 : -(seen * Math.log(scatter) + logarithms) / 2;
  }

  private int nextSeen(int from) {
    int row = from;
    while (row < values.length && Double.isNaN(values[row])) {
      row++;
    }
    return row;
  }
}
