package karst.function.library;

/** Percentiles of numbers, as the functions named {@code perc} take them. */
public final class Percentile {
  private Percentile() {}

  /**
   * Returns a percentile.
   *
   * @param sorted at least one number
   */
  public static double of(double[] sorted, double percent) {
    return PercentileAccumulator.PERCENTILE.of(sorted, 0, sorted.length, percent);
  }
}
