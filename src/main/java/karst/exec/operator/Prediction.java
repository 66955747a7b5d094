package karst.exec.operator;

import java.util.function.DoubleUnaryOperator;

/**
 * What is expected of the values of a series before they are seen.
 *
 * @param means a number for each row, NaN where nothing can be expected yet
 * @param variances how far from it the value may be
 */
record Prediction(double[] means, double[] variances) {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 40;

  /** Returns where a function with one top in a range has it. */
  static double top(DoubleUnaryOperator function, double low, double high) {
    double from = low;
    double to = high;
    double left = to - GOLDEN * (to - from);
    double right = from + GOLDEN * (to - from);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    for (int step = 0; step < STEPS; step++) {
      if (atLeft >= atRight) {
        to = right;
        right = left;
        atRight = atLeft;
        left = to - GOLDEN * (to - from);
        atLeft = function.applyAsDouble(left);
      } else {
        from = left;
        left = right;
        atLeft = atRight;
        right = from + GOLDEN * (to - from);
        atRight = function.applyAsDouble(right);
      }
    }
    return (from + to) / 2;
  }

  /** Returns the mean of two predictions, of which the surer one weighs more. */
  static Prediction between(Prediction one, Prediction other) {
    double[] means = new double[one.means.length];
    double[] variances = new double[means.length];
    for (int row = 0; row < means.length; row++) {
      double weight = weight(one.variances[row], other.variances[row]);
      means[row] = mix(weight, one.means[row], other.means[row]);
      variances[row] = mix(weight, one.variances[row], other.variances[row]);
    }
    return new Prediction(means, variances);
  }

  /** The share of the first of two, by the inverse of their variances. */
  private static double weight(double variance, double other) {
    if (Double.isNaN(variance) || Double.isNaN(other)) {
      return Double.isNaN(variance) ? 0 : 1;
    }
    return variance == 0 ? 1 : other / (variance + other);
  }

  private static double mix(double weight, double one, double other) {
    return weight == 1 ? one : weight == 0 ? other : weight * one + (1 - weight) * other;
  }
}
