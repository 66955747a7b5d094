package karst.table;

import java.util.Arrays;

/**
 * Where the cells of some records are. The cells are raw: with their quotes, if any.
 *
 * <p>The bounds of a record are the offset before its first cell and the offset after each cell; a
 * cell lies between two bounds, so a comma is never part of one.
 */
final class CsvRecords {
  private byte[] bytes = new byte[0];
  private int[] bounds = new int[1024];
  private int[] firstBound = new int[64];
  private int[] lines = new int[64];
  private int boundCount;
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
    boundCount = firstBound[size];
    bound(start - 1);
  }

  /** Ends a cell of the record that was started. */
  void bound(int end) {
    if (boundCount == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * boundCount);
    }
    bounds[boundCount++] = end;
  }

  /** Ends the record that was started, on whose line it started. */
  void end(int line) {
    lines[size++] = line;
    if (size + 1 > lines.length) {
      lines = Arrays.copyOf(lines, 2 * size);
      firstBound = Arrays.copyOf(firstBound, 2 * size + 1);
    }
    firstBound[size] = boundCount;
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
    return firstBound[row + 1] - firstBound[row] - 1;
  }

  /** Returns the number of cells so far of the record that was started. */
  int cellsOfLast() {
    return boundCount - firstBound[size] - 1;
  }

  /** Returns the offset of a cell's first byte. */
  int start(int row, int cell) {
    return bounds[firstBound[row] + cell] + 1;
  }

  /** Returns the offset after a cell's last byte. */
  int end(int row, int cell) {
    return bounds[firstBound[row] + cell + 1];
  }
}
