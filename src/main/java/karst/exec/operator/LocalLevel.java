package karst.exec.operator;

import java.util.Arrays;

/**
 * The local level model of a series: its values scatter around a level that moves at random. With a
 * period, each place in it has a level of its own. The Kalman filter follows the levels; how much
 * they move beside the scatter is what makes the seen values the most likely.
 */
final class LocalLevel {
  /** Logarithms of the motion's variance beside that of the scatter. */
  private static final double LOWEST = -12;

  private static final double HIGHEST = 12;
  private static final double STEP = 0.5;

  private final double[] values;
  private final int period;
  private final double[] means;
  private final double[] variances;

  private LocalLevel(double[] values, int length, int period) {
    this.values = values;
    this.period = period;
    this.means = new double[length];
    this.variances = new double[length];
  }

  /**
   * Returns what is expected of each row and of those after the last.
   *
   * @param values the seen ones, NaN where there is none
   * @param length how many rows are predicted, those with the seen values first
   * @param period how many levels take turns
   */
  static Prediction predict(double[] values, int length, int period) {
    LocalLevel model = new LocalLevel(values, length, period);
    double best = LOWEST;
    double most = Double.NEGATIVE_INFINITY;
    for (double motion = LOWEST; motion <= HIGHEST; motion += STEP) {
      double likelihood = model.filter(Math.exp(motion));
      if (likelihood > most) {
        best = motion;
        most = likelihood;
      }
    }
    if (most < Double.POSITIVE_INFINITY) {
      best = Prediction.top(x -> model.filter(Math.exp(x)), best - STEP, best + STEP);
    }
    model.filter(Math.exp(best));
    return new Prediction(model.means, model.variances);
  }

  /** Predicts every row and returns the logarithm of the likelihood of the seen values. */
  private double filter(double motion) {
    double[] levels = new double[period];
    double[] unsure = new double[period];
    Arrays.fill(levels, Double.NaN);
    Arrays.fill(means, Double.NaN);
    Arrays.fill(variances, Double.NaN);
    double squares = 0;
    double logarithms = 0;
    int seen = 0;
    for (int row = 0; row < means.length; row++) {
      int place = row % period;
      double value = row < values.length ? values[row] : Double.NaN;
      if (Double.isNaN(levels[place])) {
        // All that is known of the level is the first value; the scatter's variance is 1.
        levels[place] = value;
        unsure[place] = 1;
        continue;
      }
      unsure[place] += motion;
      double variance = unsure[place] + 1;
      means[row] = levels[place];
      variances[row] = variance;
      if (!Double.isNaN(value)) {
        double surprise = value - levels[place];
        squares += surprise * surprise / variance;
        logarithms += Math.log(variance);
        seen++;
        unsure[place] /= variance;
        levels[place] += unsure[place] * surprise;
      }
    }
    double scatter = seen == 0 ? Double.NaN : squares / seen;
    for (int row = 0; row < means.length; row++) {
      variances[row] *= scatter;
    }
    return seen == 0 ? 0 : -(seen * Math.log(scatter) + logarithms) / 2;
  }
}
