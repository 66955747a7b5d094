package karst.function.library;

import java.util.Arrays;
import karst.function.Row;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** The {@code _time} of rows, NaN where there is none. */
final class Times {
  private Times() {}

  /** Returns the times of rows; all NaN without a column. */
  static double[] of(@Nullable Vector time, int rows) {
    if (time instanceof DoubleVector numbers && numbers.validity() == null) {
      return numbers.values();
    }
    double[] times = new double[rows];
    if (time == null) {
      Arrays.fill(times, Double.NaN);
      return times;
    }
    for (int row = 0; row < rows; row++) {
      Kind kind = time.kindAt(row);
      times[row] = kind == Kind.NUMBER || kind == Kind.TEXT ? Row.numberOf(time, row) : Double.NaN;
    }
    return times;
  }

  /**
   * Returns whether a row that comes later in the pipeline is earlier in time. A row without a time
   * gives way to one with a time. Rows are expected newest first, so of two rows of one time, and
   * of two without, the later one in the pipeline is the earlier (spl-semantics §4.2).
   */
  static boolean isEarlier(double later, double sofar) {
    return Double.isNaN(sofar) || later <= sofar;
  }

  /** Returns whether a row that comes later in the pipeline is later in time too. */
  static boolean isLater(double later, double sofar) {
    return Double.isNaN(sofar) ? !Double.isNaN(later) : later > sofar;
  }
}
