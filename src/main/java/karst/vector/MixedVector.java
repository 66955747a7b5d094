package karst.vector;

import java.util.List;

/**
 * Rows of several kinds: a part for each kind, and for each row its part and its place there.
 *
 * <p>Kernels never see one: evaluation takes it apart, runs a kernel on each part and puts the
 * answers together again.
 */
public final class MixedVector implements Vector {
  private final byte[] tags;
  private final int[] positions;
  private final List<Vector> parts;

  /**
   * Creates a mixed vector.
   *
   * @param tags for each row, the index of its part
   * @param positions for each row, the row in that part
   * @param parts one vector a kind, none of them mixed
   */
  public MixedVector(byte[] tags, int[] positions, List<Vector> parts) {
    this.tags = tags;
    this.positions = positions;
    this.parts = List.copyOf(parts);
  }

  /** Returns the parts. */
  public List<Vector> parts() {
    return parts;
  }

  /** Returns, for each row, the index of its part. */
  public byte[] tags() {
    return tags;
  }

  /** Returns, for each row, its row in its part. */
  public int[] positions() {
    return positions;
  }

  @Override
  public int size() {
    return tags.length;
  }

  @Override
  public Kind kindAt(int row) {
    return parts.get(tags[row]).kindAt(positions[row]);
  }

  @Override
  public boolean isNull(int row) {
    return parts.get(tags[row]).isNull(positions[row]);
  }

  @Override
  public double numberAt(int row) {
    return parts.get(tags[row]).numberAt(positions[row]);
  }

  @Override
  public String textAt(int row) {
    return parts.get(tags[row]).textAt(positions[row]);
  }

  @Override
  public boolean booleanAt(int row) {
    return parts.get(tags[row]).booleanAt(positions[row]);
  }

  @Override
  public Vector listAt(int row) {
    return parts.get(tags[row]).listAt(positions[row]);
  }

  @Override
  public MixedVector gather(Selection selection) {
    byte[] newTags = new byte[selection.size()];
    int[] newPositions = new int[selection.size()];
    for (int i = 0; i < newTags.length; i++) {
      newTags[i] = tags[selection.row(i)];
      newPositions[i] = positions[selection.row(i)];
    }
    return new MixedVector(newTags, newPositions, parts);
  }

  @Override
  public long bytes() {
    return 5L * tags.length + parts.stream().mapToLong(Vector::bytes).sum();
  }
}
