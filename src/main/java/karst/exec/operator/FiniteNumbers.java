package karst.exec.operator;

import java.util.Arrays;
import karst.vector.Vector;

/** The numbers of a column that statistics are made of: finite ones, none of a multivalue. */
final class FiniteNumbers {
  private FiniteNumbers() {}

  /** Returns a row's number, NaN for anything else. */
  static double at(Vector values, int row) {
    double number = SeriesOperator.number(values, row);
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  /** Returns the numbers of all rows that have one, sorted. */
  static double[] sorted(Vector values) {
    double[] numbers = of(values);
    Arrays.sort(numbers);
    return numbers;
  }

  /** Returns the numbers of all rows that have one, in order. */
  static double[] of(Vector values) {
    double[] numbers = new double[values.size()];
    int count = 0;
    for (int row = 0; row < values.size(); row++) {
      double number = at(values, row);
      if (!Double.isNaN(number)) {
        numbers[count++] = number;
      }
    }
    return Arrays.copyOf(numbers, count);
  }
}
