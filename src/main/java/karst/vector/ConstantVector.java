package karst.vector;

/** The same value in every row. */
public final class ConstantVector implements Vector {
  private final Vector value;
  private final int size;

  /** Creates a vector that repeats the one row of another. */
  public ConstantVector(Vector value, int size) {
    if (value.size() != 1) {
      throw new IllegalArgumentException("a constant has one row, not " + value.size());
    }
    this.value = value;
    this.size = size;
  }

  /** Returns the value as a vector of one row. */
  public Vector value() {
    return value;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Kind kindAt(int row) {
    return value.kindAt(0);
  }

  @Override
  public boolean isNull(int row) {
    return value.isNull(0);
  }

  @Override
  public double numberAt(int row) {
    return value.numberAt(0);
  }

  @Override
  public String textAt(int row) {
    return value.textAt(0);
  }

  @Override
  public boolean booleanAt(int row) {
    return value.booleanAt(0);
  }

  @Override
  public Vector listAt(int row) {
    return value.listAt(0);
  }

  @Override
  public ConstantVector gather(Selection selection) {
    return new ConstantVector(value, selection.size());
  }

  @Override
  public long bytes() {
    return value.bytes();
  }
}
