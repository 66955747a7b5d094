package karst.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers. */
public final class DoubleVector implements Vector {
  private final double[] values;
  private final long @Nullable [] validity;
  private final int size;

  /** Creates a vector over arrays that nobody changes any more; validity null means no nulls. */
  public DoubleVector(double[] values, long @Nullable [] validity, int size) {
    this.values = values;
    this.validity = validity;
    this.size = size;
  }

  /** Returns the numbers; rows that are null hold anything. */
  public double[] values() {
    return values;
  }

  /** Returns the rows that hold a number, null for all. */
  public long @Nullable [] validity() {
    return validity;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Kind kindAt(int row) {
    return isNull(row) ? Kind.NULL : Kind.NUMBER;
  }

  @Override
  public boolean isNull(int row) {
    return !Validity.isSet(validity, row);
  }

  @Override
  public double numberAt(int row) {
    return values[row];
  }

  @Override
  public DoubleVector gather(Selection selection) {
    int count = selection.size();
    if (validity == null && selection.isRange() && count > 0) {
      int from = selection.row(0);
      return new DoubleVector(Arrays.copyOfRange(values, from, from + count), null, count);
    }
    double[] result = new double[selection.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[selection.row(i)];
    }
    return new DoubleVector(result, Validity.gather(validity, selection), result.length);
  }

  @Override
  public long bytes() {
    return 8L * values.length + (validity == null ? 0 : 8L * validity.length);
  }
}
