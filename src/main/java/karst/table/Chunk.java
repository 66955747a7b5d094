package karst.table;

/**
 * Whole records of a file, one after the other.
 *
 * <p>The bytes are {@code bytes[start .. end)}, with at least {@link Swar#PADDING} readable bytes
 * after them.
 */
final class Chunk {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final boolean cut;
  private final long position;

  /**
   * Creates a chunk.
   *
   * @param cut whether its one record goes on after it, beyond the limit for records
   * @param position how many bytes of the file were read so far
   */
  Chunk(byte[] bytes, int start, int end, boolean cut, long position) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.cut = cut;
    this.position = position;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  boolean cut() {
    return cut;
  }

  long position() {
    return position;
  }

  /** Returns this chunk without its first bytes. */
  Chunk from(int newStart) {
    return new Chunk(bytes, newStart, end, cut, position);
  }
}
