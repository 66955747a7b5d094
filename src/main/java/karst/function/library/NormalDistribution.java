package karst.function.library;

/** Likelihoods under a normal distribution. */
public final class NormalDistribution {
  private static final double PRECISION = 1e-16;
  private static final double SERIES_UP_TO = 2.5;
  private static final double TINY = 1e-300;
  private static final double FARTHEST = 40;

  private NormalDistribution() {}

  /** Returns how likely a number is at least as far from the mean, on either side. */
  public static double beyond(double distance, double deviation) {
    if (Double.isNaN(distance)) {
      return Double.NaN;
    }
    if (deviation == 0) {
      return 1;
    }
    double x = Math.abs(distance) / deviation / Math.sqrt(2);
    return x < SERIES_UP_TO ? 1 - errorFunction(x) : complement(x);
  }

  /** Returns how many deviations from the mean, on either side, a share of all numbers lies. */
  public static double within(double share) {
    double low = 0;
    double high = FARTHEST;
    while (true) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (beyond(middle, 1) > 1 - share) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** Twice over the root of pi, times exp(-x²), times the sum of x (2x²)ⁿ / (1·3·5…(2n+1)). */
  private static double errorFunction(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > sum * PRECISION; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** The continued fraction of the complement, evaluated from its front by Lentz's method. */
  private static double complement(double x) {
    double value = x;
    double c = x;
    double d = 0;
    double change = 0;
    for (int n = 1; Math.abs(change - 1) > PRECISION && n < 500; n++) {
      double part = n / 2.0;
      d = 1 / Math.max(TINY, x + part * d);
      c = Math.max(TINY, x + part / c);
      change = c * d;
      value *= change;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / value;
  }
}
