package karst.exec.operator;

/** Finds the length after which a series repeats itself. */
final class Period {
  /** A series that is less like itself does not repeat. */
  private static final double LIKE = 0.3;

  private Period() {}

  /**
   * Returns the distance of two rows or more at which a series, its straight trend taken off, is
   * the most like itself, and more than at distances near it; 1 if it does not repeat.
   *
   * @param values NaN where there is none
   */
  static int of(double[] values) {
    double[] rest = withoutTrend(values);
    double whole = product(rest, 0);
    int best = 1;
    double most = LIKE * whole;
    for (int distance = 2; distance <= rest.length / 2 && whole > 0; distance++) {
      double like = product(rest, distance);
      boolean top = like > product(rest, distance - 1) && like >= product(rest, distance + 1);
      if (top && like > most) {
        best = distance;
        most = like;
      }
    }
    return best;
  }

  private static double product(double[] rest, int distance) {
    double sum = 0;
    for (int row = distance; row < rest.length; row++) {
      sum += rest[row] * rest[row - distance];
    }
    return sum;
  }

  /** The distances from the line of least squares; 0 where there is no value. */
  private static double[] withoutTrend(double[] values) {
    double count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        count++;
        x += row;
        y += values[row];
        xx += (double) row * row;
        xy += row * values[row];
      }
    }
    double spread = count * xx - x * x;
    double slope = spread == 0 ? 0 : (count * xy - x * y) / spread;
    double start = count == 0 ? 0 : (y - slope * x) / count;
    double[] rest = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      rest[row] = Double.isNaN(values[row]) ? 0 : values[row] - start - slope * row;
    }
    return rest;
  }
}
