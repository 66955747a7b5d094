package karst.vector;

/**
 * Rows of any number of values: none is null, one is that value, more are a list.
 *
 * <p>Row {@code i} is rows {@code offsets()[i] .. offsets()[i + 1])} of the elements; no element is
 * null or a list.
 */
public final class ListVector implements Vector {
  private final int[] offsets;
  private final Vector elements;
  private final int size;

  /** Creates a vector over parts that nobody changes any more. */
  public ListVector(int[] offsets, Vector elements, int size) {
    this.offsets = offsets;
    this.elements = elements;
    this.size = size;
  }

  /** Returns where each row's values start, and one more for the end of the last. */
  public int[] offsets() {
    return offsets;
  }

  /** Returns the values of all rows. */
  public Vector elements() {
    return elements;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Kind kindAt(int row) {
    return switch (offsets[row + 1] - offsets[row]) {
      case 0 -> Kind.NULL;
      case 1 -> elements.kindAt(offsets[row]);
      default -> Kind.LIST;
    };
  }

  @Override
  public boolean isNull(int row) {
    return offsets[row + 1] == offsets[row];
  }

  @Override
  public double numberAt(int row) {
    return elements.numberAt(offsets[row]);
  }

  @Override
  public String textAt(int row) {
    return elements.textAt(offsets[row]);
  }

  @Override
  public boolean booleanAt(int row) {
    return elements.booleanAt(offsets[row]);
  }

  @Override
  public Vector listAt(int row) {
    return elements.gather(Selection.range(offsets[row], offsets[row + 1] - offsets[row]));
  }

  @Override
  public ListVector gather(Selection selection) {
    int[] to = new int[selection.size() + 1];
    for (int i = 0; i < selection.size(); i++) {
      int row = selection.row(i);
      to[i + 1] = to[i] + offsets[row + 1] - offsets[row];
    }
    int[] rows = new int[to[selection.size()]];
    int next = 0;
    for (int i = 0; i < selection.size(); i++) {
      int row = selection.row(i);
      for (int element = offsets[row]; element < offsets[row + 1]; element++) {
        rows[next++] = element;
      }
    }
    return new ListVector(to, elements.gather(Selection.of(rows, rows.length)), selection.size());
  }

  @Override
  public long bytes() {
    return 4L * offsets.length + elements.bytes();
  }
}
