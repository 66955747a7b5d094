package karst.vector;

/**
 * No value in any row.
 *
 * @param size the number of rows
 */
public record NullVector(int size) implements Vector {
  @Override
  public Kind kindAt(int row) {
    return Kind.NULL;
  }

  @Override
  public boolean isNull(int row) {
    return true;
  }

  @Override
  public NullVector gather(Selection selection) {
    return new NullVector(selection.size());
  }

  @Override
  public long bytes() {
    return 0;
  }
}
