package karst.vector;

import org.jspecify.annotations.Nullable;

/** Truth values, one bit each, with nulls for "unknown". */
public final class BooleanVector implements Vector {
  private final long[] bits;
  private final long @Nullable [] validity;
  private final int size;

  /** Creates a vector over arrays that nobody changes any more; validity null means no nulls. */
  public BooleanVector(long[] bits, long @Nullable [] validity, int size) {
    this.bits = bits;
    this.validity = validity;
    this.size = size;
  }

  /** Returns the truth values, bit {@code row & 63} of word {@code row >>> 6}. */
  public long[] bits() {
    return bits;
  }

  /** Returns the rows that hold a truth value, null for all. */
  public long @Nullable [] validity() {
    return validity;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Kind kindAt(int row) {
    return isNull(row) ? Kind.NULL : Kind.BOOLEAN;
  }

  @Override
  public boolean isNull(int row) {
    return !Validity.isSet(validity, row);
  }

  @Override
  public boolean booleanAt(int row) {
    return Validity.isSet(bits, row);
  }

  @Override
  public BooleanVector gather(Selection selection) {
    long[] result = Validity.none(selection.size());
    for (int i = 0; i < selection.size(); i++) {
      if (Validity.isSet(bits, selection.row(i))) {
        Validity.set(result, i);
      }
    }
    return new BooleanVector(result, Validity.gather(validity, selection), selection.size());
  }

  @Override
  public long bytes() {
    return 8L * bits.length + (validity == null ? 0 : 8L * validity.length);
  }
}
