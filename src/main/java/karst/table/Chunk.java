package karst.table;

/**
 * Records of a file, one after the other.
 *
 * @param bytes where they are: {@code bytes[start .. end)}, with at least {@link Swar#PADDING}
 *     readable bytes after them
 * @param ending how the last record ends
 * @param offset where in the file they start; of a compressed file, any number
 * @param position how many bytes of the file end with them
 */
record Chunk(byte[] bytes, int start, int end, Ending ending, long offset, long position) {
  /** How the last record of a chunk ends. */
  enum Ending {
    /** As a record should. */
    WHOLE,
    /** It goes on after the chunk, beyond the limit for records. */
    CUT,
    /** The file ends inside quotes. */
    QUOTED
  }

  /** Returns this chunk without its first bytes. */
  Chunk from(int newStart) {
    return new Chunk(bytes, newStart, end, ending, offset, position);
  }
}
