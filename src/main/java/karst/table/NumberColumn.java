package karst.table;

import java.util.Arrays;
import karst.vector.DoubleVector;
import karst.vector.Selection;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** A column of numbers. */
final class NumberColumn implements LoadedColumn {
  private final DoubleVector numbers;

  private NumberColumn(DoubleVector numbers) {
    this.numbers = numbers;
  }

  @Override
  public Vector read(Selection rows, int expected) {
    return numbers.gather(rows);
  }

  @Override
  public ColumnFacts facts() {
    return new ColumnFacts(numbers.validity() != null, false);
  }

  @Override
  public long memory() {
    return numbers.bytes();
  }

  /** Collects the rows of a column. */
  static final class Builder implements ColumnBuilder {
    private double[] values = new double[1024];
    private long[] validity = Validity.none(1024);
    private boolean nulls;
    private int size;

    @Override
    public void append(Vector vector) {
      int needed = Math.addExact(size, vector.size());
      if (needed > values.length) {
        values = Arrays.copyOf(values, Math.max(needed, values.length + (values.length >> 1)));
        validity = Arrays.copyOf(validity, (values.length + 63) >>> 6);
      }
      for (int row = 0; row < vector.size(); row++, size++) {
        if (vector.isNull(row)) {
          nulls = true;
        } else {
          values[size] = vector.numberAt(row);
          Validity.set(validity, size);
        }
      }
    }

    @Override
    public LoadedColumn build() {
      long @Nullable [] valid = nulls ? validity : null;
      return new NumberColumn(new DoubleVector(Arrays.copyOf(values, size), valid, size));
    }
  }
}
