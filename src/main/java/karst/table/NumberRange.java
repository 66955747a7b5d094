package karst.table;

/**
 * Numbers from a least to a most one, both included.
 *
 * @param least the smallest number; negative infinity for none
 * @param most the greatest number; infinity for none
 */
public record NumberRange(double least, double most) {
  /** All numbers. */
  public static final NumberRange ALL =
      new NumberRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Returns the numbers that are in this range and in another. */
  public NumberRange and(NumberRange other) {
    return new NumberRange(Math.max(least, other.least), Math.min(most, other.most));
  }
}
