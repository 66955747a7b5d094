package karst.table;

import java.util.Arrays;

/**
 * Where the cells of some records are. The cells are raw: with their quotes, if any.
 *
 * <p>The bounds of a record are the offset before its first cell and the offset after each cell; a
 * cell lies between two bounds, so a comma is never part of one. The last bound of a record is the
 * first one of the next.
 */
final class CsvRecords {
  /** Bounds that are written at a time, whether there are so many or not. */
  private static final int STRIDE = 4;

  private byte[] bytes = new byte[0];
  private int[] bounds = new int[1024];
  private int boundCount;
  private int open;

  /** Of each record: its first and its last bound, where its last cell ends, and its line. */
  private int[] first = new int[64];

  private int[] last = new int[64];
  private int[] lastEnd = new int[64];
  private int[] lines = new int[64];
  private int size;
  private boolean ascii;

  /** Forgets all records; those to come are in an array. */
  void clear(byte[] in) {
    bytes = in;
    boundCount = 0;
    size = 0;
    ascii = true;
  }

  /** Starts a record. */
  void begin(int start) {
    open = boundCount;
    bound(start - 1);
  }

  /** Adds a bound; returns its number. */
  int bound(int offset) {
    reserve();
    bounds[boundCount] = offset;
    return boundCount++;
  }

  /**
   * Adds a bound for each bit of a block, in ascending order.
   *
   * @param at the offset that the lowest bit stands for
   * @return the number of the first one
   */
  int bounds(int at, long bits) {
    reserve();
    int[] into = bounds;
    int added = boundCount;
    int end = added + Long.bitCount(bits);
    long left = bits;
    int next = added;
    do {
      // Without asking whether there is a bit: most blocks have a few, and a wrong guess is dear.
      into[next] = at + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      into[next + 1] = at + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      into[next + 2] = at + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      into[next + 3] = at + Long.numberOfTrailingZeros(left);
      left &= left - 1;
      next += STRIDE;
    } while (next < end);
    boundCount = end;
    return added;
  }

  private void reserve() {
    if (boundCount + Long.SIZE + STRIDE > bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
  }

  /** Returns the number of cells of the record that was started, if it ends with a bound. */
  int cellsUpTo(int bound) {
    return bound - open;
  }

  /** Ends the record that was started with a bound; the next one starts there. */
  void end(int bound, int cellEnd, int line) {
    if (size == lines.length) {
      grow();
    }
    first[size] = open;
    last[size] = bound;
    lastEnd[size] = cellEnd;
    lines[size++] = line;
    open = bound;
  }

  /** Drops the record that was started; the next one starts with a bound. */
  void skip(int bound) {
    open = bound;
  }

  /** Forgets all bounds after one. */
  void cut(int bound) {
    boundCount = bound + 1;
  }

  private void grow() {
    first = Arrays.copyOf(first, 2 * size);
    last = Arrays.copyOf(last, 2 * size);
    lastEnd = Arrays.copyOf(lastEnd, 2 * size);
    lines = Arrays.copyOf(lines, 2 * size);
  }

  /** Says that some byte may be no ASCII. */
  void notAscii() {
    ascii = false;
  }

  /** Returns the number of whole records. */
  int size() {
    return size;
  }

  /** Returns the array that offsets count in. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns whether all bytes are known to be ASCII. */
  boolean isAscii() {
    return ascii;
  }

  /** Returns the line on which a record starts, counted from 0 at the start of the chunk. */
  int line(int row) {
    return lines[row];
  }

  /** Returns the number of cells of a record. */
  int cells(int row) {
    return last[row] - first[row];
  }

  /** Returns the offset of a cell's first byte. */
  int start(int row, int cell) {
    return bounds[first[row] + cell] + 1;
  }

  /** Returns the offset after a cell's last byte. */
  int end(int row, int cell) {
    int bound = first[row] + cell + 1;
    return bound == last[row] ? lastEnd[row] : bounds[bound];
  }
}
